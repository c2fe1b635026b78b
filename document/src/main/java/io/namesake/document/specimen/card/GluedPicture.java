package io.namesake.document.specimen.card;

import io.namesake.document.print.page.Page;
import io.namesake.document.print.page.Perspective;
import io.namesake.document.print.page.Point;
import io.namesake.document.print.page.Quad;
import java.util.random.RandomGenerator;

/**
 * A print that lies on a page: cut by hand, so a little turned, moved and larger than what it covers; without the page's own lines and marks over it; as thick as photo paper, so that light from one side leaves a
 * narrow soft shadow along two of its sides and a bright cut edge along the other two. One in four lies under light from all sides, or under a film, and throws no shadow.
 */
final class GluedPicture {
    /** How far light is followed back from a place, in pixels of a step. */
    private static final double STEP = 0.25;

    private final Page picture;
    private final Perspective toPicture;
    private final Point towardsLight;
    private final double shadow;
    private final double darkness;
    private final double rim;

    private GluedPicture(Page picture, Perspective toPicture, RandomGenerator random) {
        this.picture = picture;
        this.toPicture = toPicture;
        double angle = 2 * Math.PI * random.nextDouble();
        this.towardsLight = new Point(Math.cos(angle), Math.sin(angle));
        boolean even = random.nextInt(4) == 0;
        this.shadow = even ? 0 : between(0.15, 0.6, random) * Sheet.SCALE;
        this.darkness = between(0.2, 0.6, random);
        this.rim = even ? 0 : between(0.05, 0.15, random) * Sheet.SCALE;
    }

    /** The page with the picture on it. @param covered what it lies on */
    static Page on(Page page, Page picture, Quad covered, RandomGenerator random) {
        double larger = between(1, 1.05, random);
        Quad place = turned(
                covered.scaled(larger, larger)
                        .moved(0.5 * Sheet.SCALE * random.nextGaussian(), 0.5 * Sheet.SCALE * random.nextGaussian()),
                Math.toRadians(between(-2, 2, random)));
        GluedPicture glued = new GluedPicture(
                picture,
                Perspective.of(picture.width(), picture.height(), place).inverse(),
                random);
        int[] pixels = page.pixels().clone();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = glued.seen(pixels[i], i % page.width() + 0.5, i / page.width() + 0.5);
        }
        return new Page(page.width(), page.height(), pixels);
    }

    private int seen(int paper, double x, double y) {
        if (holds(x, y)) {
            Point at = toPicture.map(x, y);
            int pixel = picture.pixels()[(int) at.y() * picture.width() + (int) at.x()];
            boolean cut = !holds(x + rim * towardsLight.x(), y + rim * towardsLight.y());
            return cut ? lit(pixel, 1.3) : pixel;
        }
        for (double far = 0; far < shadow; far += STEP) {
            if (holds(x + far * towardsLight.x(), y + far * towardsLight.y())) {
                return lit(paper, 1 - darkness * (1 - far / shadow));
            }
        }
        return paper;
    }

    private boolean holds(double x, double y) {
        Point at = toPicture.map(x, y);
        return at.x() >= 0 && at.y() >= 0 && at.x() < picture.width() && at.y() < picture.height();
    }

    private static int lit(int pixel, double light) {
        int lit = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            lit |= (int) Math.min(255, Math.round(light * (pixel >> shift & 0xFF))) << shift;
        }
        return lit;
    }

    private static Quad turned(Quad place, double angle) {
        Point middle = place.centre();
        return new Quad(
                turned(place.upperLeft(), middle, angle),
                turned(place.upperRight(), middle, angle),
                turned(place.lowerRight(), middle, angle),
                turned(place.lowerLeft(), middle, angle));
    }

    private static Point turned(Point corner, Point middle, double angle) {
        double x = corner.x() - middle.x();
        double y = corner.y() - middle.y();
        return middle.plus(x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle));
    }

    private static double between(double from, double to, RandomGenerator random) {
        return from + (to - from) * random.nextDouble();
    }
}
