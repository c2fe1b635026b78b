package io.namesake.e2e;

import io.namesake.face.support.Distortions;
import io.namesake.face.support.Encoded;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * The persons of the tests. Their pictures are read where they lie and written nowhere but to temporary files.
 *
 * @param document a picture of one person, as JPEG
 * @param selfie another picture of that person
 * @param stranger a picture of another person
 */
record People(byte[] document, byte[] selfie, byte[] stranger) {

    /** The shared test data, where it is; its licence does not allow copies in the repository. */
    private static final Path LFW = Path.of("../../shared/data/faces/lfw-dev/images");

    /** How far the head of the sample's document leans, in degrees. */
    private static final double LEANING = 44;

    /** Persons of the shared test data or, on a machine without it, of the sample pictures that come with the models. */
    static People available() {
        return Files.isDirectory(LFW) ? ofSharedData() : ofSamples().straightened();
    }

    static People ofSharedData() {
        try {
            return new People(
                    Files.readAllBytes(LFW.resolve("Abdullah_Gul/Abdullah_Gul_0013.jpg")),
                    Files.readAllBytes(LFW.resolve("Abdullah_Gul/Abdullah_Gul_0014.jpg")),
                    Files.readAllBytes(LFW.resolve("Adam_Kennedy/Adam_Kennedy_0001.jpg")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static People ofSamples() {
        // The names tell what the demo uses them for; here the straighter of the two stands before the camera.
        return new People(sample("a-selfie"), sample("a-document"), sample("d"));
    }

    /** A picture of a head that leans so far is sent back, and beside such a one nobody is called another person. */
    private People straightened() {
        return new People(Encoded.jpeg(Distortions.rotated(image(document), -LEANING)), selfie, stranger);
    }

    BufferedImage selfieImage() {
        return image(selfie);
    }

    BufferedImage strangerImage() {
        return image(stranger);
    }

    /** Both persons side by side. */
    BufferedImage twoFaces() {
        BufferedImage one = selfieImage();
        BufferedImage other = strangerImage();
        int height = Math.min(one.getHeight(), other.getHeight());
        int left = one.getWidth() * height / one.getHeight();
        int right = other.getWidth() * height / other.getHeight();
        BufferedImage both = new BufferedImage(left + right, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = both.createGraphics();
        graphics.drawImage(one, 0, 0, left, height, null);
        graphics.drawImage(other, left, 0, right, height, null);
        graphics.dispose();
        return both;
    }

    static BufferedImage image(byte[] jpeg) {
        try {
            return ImageIO.read(new ByteArrayInputStream(jpeg));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] sample(String id) {
        String name = "/io/namesake/models/samples/" + id + ".jpg";
        try (InputStream in = People.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The models' jar has no " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
