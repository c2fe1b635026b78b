package io.namesake.modelbuilder;

import ai.onnx.proto.OnnxMl.ModelProto;
import io.namesake.modelbuilder.onnx.OnnxNetwork;
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
            faceplugin("fr_detect"), faceplugin("fr_landmark"), faceplugin("fr_feature"), faceplugin("fr_liveness"));

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
}
