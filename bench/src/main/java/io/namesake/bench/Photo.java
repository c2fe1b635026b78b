package io.namesake.bench;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/**
 * The two pictures of one verification as a camera would send them: a sample picture of namesake-models, scaled to the height of
 * a landscape frame, grey at both sides, as JPEG.
 */
enum Photo {
    DOCUMENT("a-document.jpg"),
    SELFIE("a-selfie.jpg");

    private final String sample;

    Photo(String sample) {
        this.sample = sample;
    }

    /** @param size such as {@code 640x480}, in pixels */
    byte[] jpeg(String size) {
        int cross = size.indexOf('x');
        return jpeg(Integer.parseInt(size.substring(0, cross)), Integer.parseInt(size.substring(cross + 1)));
    }

    private byte[] jpeg(int width, int height) {
        try (InputStream resource = Photo.class.getResourceAsStream("/io/namesake/models/samples/" + sample)) {
            return framed(resource.readAllBytes(), width, height);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same of any picture. */
    static byte[] framed(byte[] picture, String size) throws IOException {
        int cross = size.indexOf('x');
        return framed(picture, Integer.parseInt(size.substring(0, cross)), Integer.parseInt(size.substring(cross + 1)));
    }

    private static byte[] framed(byte[] picture, int width, int height) throws IOException {
        BufferedImage portrait = ImageIO.read(new ByteArrayInputStream(picture));
        BufferedImage frame = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int portraitWidth = portrait.getWidth() * height / portrait.getHeight();
        Graphics2D graphics = frame.createGraphics();
        graphics.setColor(Color.GRAY);
        graphics.fillRect(0, 0, width, height);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(portrait, (width - portraitWidth) / 2, 0, portraitWidth, height, null);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(frame, "jpeg", bytes);
        return bytes.toByteArray();
    }
}
