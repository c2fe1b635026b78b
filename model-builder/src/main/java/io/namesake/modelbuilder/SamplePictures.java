package io.namesake.modelbuilder;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pictures of one person each, cut from the group photographs in a package, for tests and for the demonstration. They are
 * made in every build and committed nowhere, since they show real people. Their bytes are not pinned: JPEG writers differ
 * between Java distributions.
 *
 * @param samples each cut
 */
record SamplePictures(List<Sample> samples) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Nearly without loss, so that the pictures are no harder than the photographs. */
    private static final float QUALITY = 0.95f;

    /**
     * One picture to be made.
     *
     * @param id stable name
     * @param person who it shows: the same word for the same person
     * @param file the name of the JPEG file written
     * @param suitableAs DOCUMENT, SELFIE or both
     * @param from the photograph, by its path below {@code node_modules}
     * @param x left edge of the cut, in pixels of the photograph
     * @param y upper edge of the cut
     * @param width of the cut
     * @param height of the cut
     */
    record Sample(
            String id,
            String person,
            String file,
            List<String> suitableAs,
            String from,
            int x,
            int y,
            int width,
            int height) {}

    /** What is said about a finished picture in {@code samples/samples.json}. */
    private record Made(String id, String person, String file, List<String> suitableAs, String source) {}

    static SamplePictures read(Path file) {
        return JSON.readValue(file, SamplePictures.class);
    }

    /** The pictures and their list, by name below the target. */
    Map<String, byte[]> cutFrom(Packages packages) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Sample sample : samples) {
            files.put("samples/" + sample.file(), jpeg(cut(decoded(packages.read(sample.from())), sample)));
        }
        List<Made> made = samples.stream()
                .map(sample -> new Made(
                        sample.id(),
                        sample.person(),
                        sample.file(),
                        sample.suitableAs(),
                        "npm:%s, %d x %d at (%d, %d)"
                                .formatted(sample.from(), sample.width(), sample.height(), sample.x(), sample.y())))
                .toList();
        files.put(
                "samples/samples.json",
                JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(Map.of("samples", made)));
        return files;
    }

    private static BufferedImage decoded(byte[] photograph) {
        try {
            return ImageIO.read(new ByteArrayInputStream(photograph));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage cut(BufferedImage photograph, Sample sample) {
        BufferedImage part = new BufferedImage(sample.width(), sample.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = part.createGraphics();
        graphics.drawImage(photograph, -sample.x(), -sample.y(), null);
        graphics.dispose();
        return part;
    }

    private static byte[] jpeg(BufferedImage picture) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam quality = writer.getDefaultWriteParam();
            quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            quality.setCompressionQuality(QUALITY);
            writer.setOutput(output);
            writer.write(null, new IIOImage(picture, null, null), quality);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
