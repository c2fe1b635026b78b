package io.namesake.face.support;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sample pictures that namesake-models ships: persons a, b, c and d, the first one twice. */
public final class SampleFaces {
    private static final String FOLDER = "/io/namesake/models/samples/";

    private SampleFaces() {}

    /** The bytes of a sample file by its id. */
    public static byte[] bytes(String id) {
        JsonNode samples =
                JsonMapper.shared().readTree(resource("samples.json")).get("samples");
        for (JsonNode sample : samples) {
            if (sample.get("id").asString().equals(id)) {
                return resource(sample.get("file").asString());
            }
        }
        throw new IllegalArgumentException("no sample " + id);
    }

    /** A sample as pixels. */
    public static BufferedImage image(String id) {
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes(id)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] resource(String name) {
        try (InputStream stream = SampleFaces.class.getResourceAsStream(FOLDER + name)) {
            if (stream == null) {
                throw new IllegalStateException("namesake-models has no samples/" + name);
            }
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
