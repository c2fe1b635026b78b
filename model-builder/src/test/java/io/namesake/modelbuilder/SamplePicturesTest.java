package io.namesake.modelbuilder;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SamplePicturesTest {

    @TempDir
    private Path folder;

    @Test
    void each_sample_is_its_part_of_the_photograph_and_is_listed() throws IOException {
        SamplePictures pictures = new SamplePictures(List.of(new SamplePictures.Sample(
                "ann-1", "ann", "ann-1.jpg", List.of("DOCUMENT"), "photograph.png", 40, 0, 32, 48)));

        Map<String, byte[]> files = pictures.cutFrom(packagesWithPhotograph());

        BufferedImage cut = ImageIO.read(new ByteArrayInputStream(files.get("samples/ann-1.jpg")));
        assertThat(cut.getWidth()).isEqualTo(32);
        assertThat(cut.getHeight()).isEqualTo(48);
        assertThat(cut.getRGB(10, 20) >> 16 & 255).isGreaterThan(240);
        assertThat(cut.getRGB(10, 20) & 255).isLessThan(15);
        JsonNode listed = JsonMapper.builder()
                .build()
                .readTree(files.get("samples/samples.json"))
                .get("samples")
                .get(0);
        assertThat(listed.get("person").asString()).isEqualTo("ann");
        assertThat(listed.get("file").asString()).isEqualTo("ann-1.jpg");
        assertThat(listed.get("suitableAs").get(0).asString()).isEqualTo("DOCUMENT");
        assertThat(listed.get("source").asString()).contains("photograph.png", "32 x 48 at (40, 0)");
    }

    /** Blue on the left, red on the right. */
    private Packages packagesWithPhotograph() throws IOException {
        BufferedImage photograph = new BufferedImage(80, 60, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 60; y++) {
            for (int x = 0; x < 80; x++) {
                photograph.setRGB(x, y, x < 40 ? 0x0000ff : 0xff0000);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(photograph, "png", png);
        Files.write(folder.resolve("photograph.png"), png.toByteArray());
        return new Packages(folder, new Manifest(Map.of("photograph.png", Sha256.of(png.toByteArray())), Map.of()));
    }
}
