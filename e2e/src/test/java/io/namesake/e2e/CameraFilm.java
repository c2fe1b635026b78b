package io.namesake.e2e;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes the film that a browser's pretended camera plays: a photo that moves a little, as 640 x 480 YUV4MPEG2
 * (mjpegtools' yuv4mpeg(5); 4:2:0, BT.601 limited range), the only form that Chromium reads without a loss.
 */
final class CameraFilm {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int FRAMES = 24;
    private static final double SWAY = 3;

    private CameraFilm() {}

    static Path write(BufferedImage photo, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            out.write(ascii("YUV4MPEG2 W" + WIDTH + " H" + HEIGHT + " F12:1 Ip A1:1 C420\n"));
            for (int i = 0; i < FRAMES; i++) {
                double turn = 2 * Math.PI * i / FRAMES;
                out.write(ascii("FRAME\n"));
                writeFrame(frame(photo, SWAY * Math.sin(turn), SWAY * Math.cos(turn)), out);
            }
        }
        return file;
    }

    /** The photo as high as the frame, its borders drawn out to the sides, moved by some pixels. */
    static BufferedImage frame(BufferedImage photo, double right, double down) {
        BufferedImage frame = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = frame.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        double scale = Math.min((double) HEIGHT / photo.getHeight(), (double) WIDTH / photo.getWidth());
        int width = (int) Math.round(photo.getWidth() * scale);
        int height = (int) Math.round(photo.getHeight() * scale);
        int left = (WIDTH - width) / 2;
        int top = (HEIGHT - height) / 2;
        graphics.translate(right, down);
        int last = photo.getWidth() - 1;
        graphics.drawImage(photo, -9, top, left + 1, top + height, 0, 0, 1, photo.getHeight(), null);
        graphics.drawImage(
                photo, left + width - 1, top, WIDTH + 9, top + height, last, 0, last + 1, photo.getHeight(), null);
        graphics.drawImage(photo, left, top, width, height, null);
        graphics.dispose();
        return frame;
    }

    private static void writeFrame(BufferedImage frame, OutputStream out) throws IOException {
        int[] pixels = frame.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH);
        byte[] luma = new byte[WIDTH * HEIGHT];
        byte[] blue = new byte[WIDTH * HEIGHT / 4];
        byte[] red = new byte[WIDTH * HEIGHT / 4];
        for (int i = 0; i < pixels.length; i++) {
            luma[i] = level(16 + weigh(pixels[i], 65.481, 128.553, 24.966));
        }
        for (int y = 0; y < HEIGHT; y += 2) {
            for (int x = 0; x < WIDTH; x += 2) {
                int pixel = pixels[y * WIDTH + x];
                int at = y / 2 * (WIDTH / 2) + x / 2;
                blue[at] = level(128 + weigh(pixel, -37.797, -74.203, 112));
                red[at] = level(128 + weigh(pixel, 112, -93.786, -18.214));
            }
        }
        out.write(luma);
        out.write(blue);
        out.write(red);
    }

    /** A weighted sum of the three channels, each 0 to 1 (ITU-R BT.601-7, 2.5.1 and 2.5.2). */
    private static double weigh(int rgb, double red, double green, double blue) {
        return (red * (rgb >> 16 & 255) + green * (rgb >> 8 & 255) + blue * (rgb & 255)) / 255;
    }

    private static byte level(double value) {
        return (byte) Math.clamp(Math.round(value), 0, 255);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
