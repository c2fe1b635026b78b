package io.namesake.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class SamplesTest {

    /** Scores from which fr_detect's authors count a face, and overlap above which two boxes are one face. */
    private static final float FACE = 0.65f;

    private static final float SAME_FACE = 0.3f;

    @Test
    void one_person_has_a_document_and_another_picture_as_selfie_and_others_are_there_to_be_refused() {
        Map<String, List<JsonNode>> byPerson = Resources.samples().stream()
                .collect(Collectors.groupingBy(sample -> sample.get("person").asString()));

        assertThat(byPerson).hasSizeGreaterThanOrEqualTo(3);
        assertThat(byPerson.values())
                .anyMatch(pictures ->
                        suitable(pictures, "DOCUMENT") && suitable(pictures, "SELFIE") && pictures.size() > 1);
    }

    @ParameterizedTest
    @MethodSource("io.namesake.models.Resources#samples")
    void every_sample_shows_exactly_one_face_and_enough_around_it(JsonNode sample) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(
                Resources.read("samples/" + sample.get("file").asString())));

        assertThat(picture.getWidth()).isGreaterThanOrEqualTo(400);
        List<Box> faces = detect(picture);
        assertThat(faces).hasSize(1);
        assertThat(faces.getFirst().right() - faces.getFirst().left()).isLessThan(0.45f);
    }

    private static boolean suitable(List<JsonNode> pictures, String role) {
        return pictures.stream()
                .anyMatch(picture -> picture.get("suitableAs").values().stream()
                        .anyMatch(word -> word.asString().equals(role)));
    }

    /** Edges as fractions of the picture. */
    private record Box(float left, float top, float right, float bottom) {

        float area() {
            return (right - left) * (bottom - top);
        }

        boolean overlaps(Box other) {
            float width = Math.min(right, other.right) - Math.max(left, other.left);
            float height = Math.min(bottom, other.bottom) - Math.max(top, other.top);
            float shared = Math.max(width, 0) * Math.max(height, 0);
            return shared / (area() + other.area() - shared) > SAME_FACE;
        }
    }

    private static List<Box> detect(BufferedImage picture) {
        Map<String, float[]> found =
                Runtime.run(Resources.read("fr_detect.onnx"), "input", detectorInput(picture), 1, 3, 240, 320);
        float[] scores = found.get("scores");
        float[] boxes = found.get("boxes");
        List<Box> faces = new ArrayList<>();
        IntStream.range(0, scores.length / 2)
                .boxed()
                .filter(i -> scores[2 * i + 1] >= FACE)
                .sorted((a, b) -> Float.compare(scores[2 * b + 1], scores[2 * a + 1]))
                .map(i -> new Box(boxes[4 * i], boxes[4 * i + 1], boxes[4 * i + 2], boxes[4 * i + 3]))
                .forEach(box -> {
                    if (faces.stream().noneMatch(box::overlaps)) {
                        faces.add(box);
                    }
                });
        return faces;
    }

    private static float[] detectorInput(BufferedImage picture) {
        BufferedImage small = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, 0, 0, 320, 240, null);
        graphics.dispose();
        float[] values = new float[3 * 240 * 320];
        for (int y = 0; y < 240; y++) {
            for (int x = 0; x < 320; x++) {
                int rgb = small.getRGB(x, y);
                for (int channel = 0; channel < 3; channel++) {
                    values[(channel * 240 + y) * 320 + x] = ((rgb >> (16 - 8 * channel) & 255) - 127) / 128f;
                }
            }
        }
        return values;
    }
}
