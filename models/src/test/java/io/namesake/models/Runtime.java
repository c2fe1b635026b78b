package io.namesake.models;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/** ONNX Runtime without its checked exceptions. */
final class Runtime {

    private static final OrtEnvironment ENVIRONMENT = OrtEnvironment.getEnvironment();

    private Runtime() {}

    /** Every output's numbers, by name. */
    static Map<String, float[]> run(byte[] network, String input, float[] values, long... shape) {
        Map<String, float[]> outputs = new LinkedHashMap<>();
        try (OrtSession session = ENVIRONMENT.createSession(network);
                OnnxTensor tensor = OnnxTensor.createTensor(ENVIRONMENT, FloatBuffer.wrap(values), shape);
                OrtSession.Result result = session.run(Map.of(input, tensor))) {
            for (Map.Entry<String, ? extends OnnxValue> output : result) {
                FloatBuffer buffer = ((OnnxTensor) output.getValue()).getFloatBuffer();
                float[] numbers = new float[buffer.remaining()];
                buffer.get(numbers);
                outputs.put(output.getKey(), numbers);
            }
            return outputs;
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime refuses the network", e);
        }
    }
}
