package io.namesake.modelbuilder.tfjs;

import io.namesake.modelbuilder.onnx.FloatTensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Named tensors of a TensorFlow.js weights manifest. A tensor is stored as little-endian float32, or, quantised, as bytes
 * with {@code value = byte * scale + min}; one file may hold both kinds.
 *
 * @param tensors by name, in TensorFlow's dimension order
 */
public record NamedWeights(Map<String, FloatTensor> tensors) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public NamedWeights {
        tensors = Map.copyOf(tensors);
    }

    /**
     * @param manifest the file {@code *-weights_manifest.json}
     * @param content the binary file that it describes
     * @throws IllegalArgumentException when the two do not fit together or another kind of number is used
     */
    public static NamedWeights read(byte[] manifest, byte[] content) {
        Map<String, FloatTensor> tensors = new HashMap<>();
        ByteBuffer unread = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        for (JsonNode entry : JSON.readTree(manifest).get(0).get("weights")) {
            tensors.put(entry.get("name").asString(), next(entry, unread));
        }
        if (unread.hasRemaining()) {
            throw new IllegalArgumentException(
                    "The weights manifest leaves %d bytes undescribed".formatted(unread.remaining()));
        }
        return new NamedWeights(tensors);
    }

    private static FloatTensor next(JsonNode entry, ByteBuffer unread) {
        int[] shape = JSON.treeToValue(entry.get("shape"), int[].class);
        int size = 1;
        for (int side : shape) {
            size = Math.multiplyExact(size, side);
        }
        JsonNode quantisation = entry.get("quantization");
        String type = (quantisation == null ? entry : quantisation).get("dtype").asString();
        int bytesEach = switch (type) {
            case "float32" -> Float.BYTES;
            case "uint8" -> Byte.BYTES;
            default ->
                throw new IllegalArgumentException(
                        "%s is stored as %s".formatted(entry.get("name").asString(), type));
        };
        if (unread.remaining() < size * bytesEach) {
            throw new IllegalArgumentException(
                    "The weights file ends within " + entry.get("name").asString());
        }
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = quantisation == null ? unread.getFloat() : dequantised(unread.get(), quantisation);
        }
        return new FloatTensor(values, shape);
    }

    private static float dequantised(byte stored, JsonNode quantisation) {
        double scale = quantisation.get("scale").asDouble();
        double min = quantisation.get("min").asDouble();
        return (float) (Byte.toUnsignedInt(stored) * scale + min);
    }

    /** @throws IllegalArgumentException when there is none of that name */
    FloatTensor get(String name) {
        FloatTensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("The weights lack " + name);
        }
        return tensor;
    }
}
