package io.namesake.document.specimen.card;

import io.namesake.document.print.page.Page;
import io.namesake.document.print.page.Perspective;
import io.namesake.document.print.page.Point;
import io.namesake.document.print.page.Quad;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Takes a photo of a page that lies on a table. */
final class Photograph {
    private final Capture how;
    private final RandomGenerator random;
    private final int width;
    private final int height;

    Photograph(Capture how, RandomGenerator random) {
        this.how = how;
        this.random = random;
        this.width = how.width();
        this.height = how.width() * 3 / 4;
    }

    Page of(Page page) {
        float[][] photo = laid(page);
        for (float[] channel : photo) {
            blur(channel);
        }
        light(photo);
        int[] pixels = new int[width * height];
        for (int i = 0; i < pixels.length; i++) {
            double grain = how.noise() * random.nextGaussian();
            pixels[i] = level(photo[0][i] + grain) << 16 | level(photo[1][i] + grain) << 8 | level(photo[2][i] + grain);
        }
        return new Page(width, height, pixels);
    }

    /** Where a place of the page is in a photo that is taken like this. */
    static Quad place(Capture how, Page page, Quad onPage) {
        Perspective toPhoto =
                Perspective.of(page.width(), page.height(), new Photograph(how, new Random(0)).corners(page));
        return new Quad(
                toPhoto.map(onPage.upperLeft().x(), onPage.upperLeft().y()),
                toPhoto.map(onPage.upperRight().x(), onPage.upperRight().y()),
                toPhoto.map(onPage.lowerRight().x(), onPage.lowerRight().y()),
                toPhoto.map(onPage.lowerLeft().x(), onPage.lowerLeft().y()));
    }

    /** The page's corners in the photo. */
    private Quad corners(Page page) {
        double wide = how.fill() * width;
        double high = wide * page.height() / page.width();
        double angle = Math.toRadians(how.turn());
        return new Quad(
                corner(-wide / 2, -high / 2 * (1 - how.tiltX()), 1 - how.tiltY(), angle),
                corner(wide / 2, -high / 2 * (1 + how.tiltX()), 1 - how.tiltY(), angle),
                corner(wide / 2, high / 2 * (1 + how.tiltX()), 1 + how.tiltY(), angle),
                corner(-wide / 2, high / 2 * (1 - how.tiltX()), 1 + how.tiltY(), angle));
    }

    private Point corner(double x, double y, double scale, double angle) {
        double u = x * scale;
        return new Point(
                width / 2.0 + u * Math.cos(angle) - y * Math.sin(angle),
                height / 2.0 + u * Math.sin(angle) + y * Math.cos(angle));
    }

    private float[][] laid(Page page) {
        Perspective toPage =
                Perspective.of(page.width(), page.height(), corners(page)).inverse();
        int table = 60 + random.nextInt(90);
        int[] tint = {random.nextInt(30), random.nextInt(20), random.nextInt(20)};
        double grain = 20 + random.nextInt(60);
        float[][] photo = new float[3][width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                Point at = toPage.map(x + 0.5, y + 0.5);
                boolean inside = at.x() >= 0 && at.y() >= 0 && at.x() < page.width() && at.y() < page.height();
                int pixel = inside ? average(page, at) : 0;
                double wood = table + 8 * Math.sin(y / grain + 0.8 * Math.sin(x / 170.0));
                for (int c = 0; c < 3; c++) {
                    photo[c][i] = inside ? pixel >> 16 - 8 * c & 0xFF : (float) (wood + tint[c]);
                }
            }
        }
        return photo;
    }

    /** The page has about as many pixels as the photo; four looks are enough against jagged edges. */
    private static int average(Page page, Point at) {
        int r = 0;
        int g = 0;
        int b = 0;
        for (int k = 0; k < 4; k++) {
            int x = (int) Math.clamp(at.x() + (k % 2 - 0.5) * 0.5, 0, page.width() - 1);
            int y = (int) Math.clamp(at.y() + (k / 2 - 0.5) * 0.5, 0, page.height() - 1);
            int pixel = page.pixels()[y * page.width() + x];
            r += pixel >> 16 & 0xFF;
            g += pixel >> 8 & 0xFF;
            b += pixel & 0xFF;
        }
        return r / 4 << 16 | g / 4 << 8 | b / 4;
    }

    /** Gaussian, first along the rows, then along the columns. */
    private void blur(float[] channel) {
        int reach = (int) Math.ceil(2.5 * how.blur());
        float[] kernel = new float[2 * reach + 1];
        float sum = 0;
        for (int i = -reach; i <= reach; i++) {
            kernel[i + reach] = (float) Math.exp(-i * i / (2 * how.blur() * how.blur()));
            sum += kernel[i + reach];
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] /= sum;
        }
        pass(channel, kernel, 1, width);
        pass(channel, kernel, width, height);
    }

    private void pass(float[] channel, float[] kernel, int step, int length) {
        int reach = kernel.length / 2;
        float[] line = new float[length];
        for (int k = 0; k < channel.length / length; k++) {
            int start = step == 1 ? k * width : k;
            for (int i = 0; i < length; i++) {
                line[i] = channel[start + i * step];
            }
            for (int i = 0; i < length; i++) {
                float mixed = 0;
                for (int j = -reach; j <= reach; j++) {
                    mixed += kernel[j + reach] * line[Math.clamp(i + j, 0, length - 1)];
                }
                channel[start + i * step] = mixed;
            }
        }
    }

    private void light(float[][] photo) {
        double lampX = how.glareX() * width;
        double lampY = how.glareY() * height;
        double size = width * 0.09;
        boolean fromLeft = random.nextBoolean();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double away = ((double) (fromLeft ? x : width - x) / width + (double) y / height) / 2;
                double lit = 1 - away * (1 - how.shade());
                double lamp = how.glare() * Math.exp(-(sq(x - lampX) + sq(y - lampY)) / (2 * size * size));
                for (float[] channel : photo) {
                    int i = y * width + x;
                    channel[i] = (float) (channel[i] * lit * (1 - lamp) + 255 * lamp);
                }
            }
        }
    }

    private static double sq(double value) {
        return value * value;
    }

    private static int level(double value) {
        return Math.clamp(Math.round(value), 0, 255);
    }
}
