package io.namesake.modelbuilder.reference;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Map;

/** Evaluates a converted network with ONNX Runtime. */
public final class OnnxRunner {

    private OnnxRunner() {}

    /** @return the vector of the first output for each picture of the batch */
    public static float[][] run(ModelProto model, Picture input) {
        return run(model, model.getGraph().getOutput(0).getName(), input);
    }

    /** @return the vector of one output for each picture of the batch */
    public static float[][] run(ModelProto model, String output, Picture input) {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        long[] shape = {input.batch(), input.channels(), input.height(), input.width()};
        try (OrtSession session = environment.createSession(model.toByteArray());
                OnnxTensor tensor =
                        OnnxTensor.createTensor(environment, FloatBuffer.wrap(input.channelsFirst()), shape);
                OrtSession.Result result = session.run(Map.of("input", tensor))) {
            return (float[][]) result.get(output).orElseThrow().getValue();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime refuses the network", e);
        }
    }
}
