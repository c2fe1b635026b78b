package io.namesake.bench;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One shipped network with an input that is ready in native memory: nothing is left to do but to run it. The session has the
 * options that the face library uses.
 */
final class BareNetwork implements AutoCloseable {

    private static final String RESOURCES = "/io/namesake/models/";
    /** As the face library names it, because a process has one environment. */
    private static final OrtEnvironment ENVIRONMENT =
            OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "namesake");

    private final String inputName;
    private final OrtSession session;
    private final OnnxTensor input;

    private BareNetwork(JsonNode network, int batch) throws OrtException {
        JsonNode shape = network.get("input");
        inputName = shape.get("name").asString();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = ENVIRONMENT.createSession(read(network.get("file").asString()), options);
        }
        input = randomPictures(shape, batch);
    }

    /** @param id as in {@code models.json} */
    static BareNetwork open(String id, int batch) {
        return descriptors().stream()
                .filter(network -> network.get("id").asString().equals(id))
                .map(network -> open(network, batch))
                .findFirst()
                .orElseThrow();
    }

    static BareNetwork open(JsonNode network, int batch) {
        try {
            return new BareNetwork(network, batch);
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime refuses " + network.get("id"), e);
        }
    }

    static List<JsonNode> descriptors() {
        JsonNode descriptor = JsonMapper.builder().build().readTree(read("models.json"));
        return List.copyOf(descriptor.get("networks").values());
    }

    /** @return how many outputs there were, so that the run cannot be left out */
    int run() {
        try (OrtSession.Result result = session.run(Map.of(inputName, input))) {
            return result.size();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime failed", e);
        }
    }

    @Override
    public void close() {
        input.close();
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime failed", e);
        }
    }

    /** Random bytes, normalised as the descriptor says. */
    private static OnnxTensor randomPictures(JsonNode shape, int batch) throws OrtException {
        int channels = shape.get("mean").size();
        long[] sizes = {
            batch, channels, shape.get("height").asInt(), shape.get("width").asInt()
        };
        int count = Math.toIntExact(sizes[0] * sizes[1] * sizes[2] * sizes[3]);
        FloatBuffer values = ByteBuffer.allocateDirect(count * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        Random random = new Random(1);
        double mean = shape.get("mean").get(0).asDouble();
        double scale = shape.get("scale").get(0).asDouble();
        for (int i = 0; i < count; i++) {
            values.put(i, (float) ((random.nextInt(256) - mean) / scale));
        }
        return OnnxTensor.createTensor(ENVIRONMENT, values, sizes);
    }

    private static byte[] read(String name) {
        try (InputStream resource = BareNetwork.class.getResourceAsStream(RESOURCES + name)) {
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
