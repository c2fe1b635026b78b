package io.namesake.document.print.page;

import io.namesake.document.DocumentUnreadable;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The blocks of 8 by 8 pixels of which a JPEG file is made, in and about a place, by the low frequencies of their luma as the file has them (ISO/IEC 10918-1, Annex A.3). What
 * a file was before it was saved the last time shows in them, as long as nobody has made it larger, smaller or another cut of it.
 *
 * @param steps of the file's own quantisation, by frequency
 * @param blocks with where they are
 */
public record StoredBlocks(int[] steps, List<Block> blocks) {
    /** How many frequencies are looked at: the first of the zigzag after the mean. */
    public static final int FREQUENCIES = 9;

    private static final int[] U = {1, 0, 0, 1, 2, 3, 2, 1, 0};
    private static final int[] V = {0, 1, 2, 1, 0, 0, 1, 2, 3};
    private static final int HIGHEST = 4;
    private static final int SIDE = 8;
    /** Some 40,000 blocks; a portrait with what lies beside it on a photo of 12 megapixels. */
    private static final int MOST_PIXELS = 2_500_000;

    private static final double[][] COS = new double[HIGHEST][SIDE];

    static {
        for (int u = 0; u < HIGHEST; u++) {
            for (int x = 0; x < SIDE; x++) {
                COS[u][x] = (u == 0 ? Math.sqrt(0.125) : 0.5) * Math.cos((2 * x + 1) * u * Math.PI / 16);
            }
        }
    }

    /**
     * A block.
     *
     * @param middle of it on the upright page, pixels
     * @param values of its frequencies, each in whole steps
     */
    public record Block(Point middle, int[] values) {}

    /**
     * Those of a file.
     *
     * @param page as {@link PageDecoder} made it of the same file
     * @param place on that page
     * @return empty for what is no JPEG, and where the place is not in the picture
     */
    public static Optional<StoredBlocks> of(byte[] file, Page page, Quad place) throws DocumentUnreadable {
        Optional<int[]> steps = QuantisationSteps.ofLuma(file);
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        PageHeader header = PageHeader.of(file);
        AffineTransform toPage = toPage(header, page);
        Rectangle part = part(header, toPage, place);
        if (part.isEmpty()) {
            return Optional.empty();
        }
        Page stored = stored(header, part, page);
        return Optional.of(new StoredBlocks(steps.get(), blocks(stored, part, toPage, steps.get())));
    }

    /** A page that was neither turned nor reduced has the stored pixels already. */
    private static Page stored(PageHeader header, Rectangle part, Page page) throws DocumentUnreadable {
        if (header.orientation() != 1 || page.width() != header.width() || page.height() != header.height()) {
            return PageDecoder.stored(header, part);
        }
        int[] pixels = new int[part.width * part.height];
        for (int y = 0; y < part.height; y++) {
            System.arraycopy(page.pixels(), (part.y + y) * page.width() + part.x, pixels, y * part.width, part.width);
        }
        return new Page(part.width, part.height, pixels);
    }

    /** From the stored pixels to the upright page, which may have fewer. */
    private static AffineTransform toPage(PageHeader header, Page page) {
        boolean swap = Exif.swapsSides(header.orientation());
        double wide = swap ? header.height() : header.width();
        double high = swap ? header.width() : header.height();
        AffineTransform toPage = AffineTransform.getScaleInstance(page.width() / wide, page.height() / high);
        toPage.concatenate(Exif.upright(header.orientation(), header.width(), header.height()));
        return toPage;
    }

    /** Whole blocks about the place. */
    private static Rectangle part(PageHeader header, AffineTransform toPage, Quad place) {
        AffineTransform back;
        try {
            back = toPage.createInverse();
        } catch (NoninvertibleTransformException impossible) {
            throw new IllegalStateException(impossible);
        }
        List<Point2D> corners = Stream.of(place.upperLeft(), place.upperRight(), place.lowerRight(), place.lowerLeft())
                .map(corner -> back.transform(new Point2D.Double(corner.x(), corner.y()), null))
                .toList();
        Rectangle blocks = new Rectangle(header.width() / SIDE, header.height() / SIDE);
        double left = corners.stream().mapToDouble(Point2D::getX).min().orElseThrow() / SIDE;
        double top = corners.stream().mapToDouble(Point2D::getY).min().orElseThrow() / SIDE;
        double right = corners.stream().mapToDouble(Point2D::getX).max().orElseThrow() / SIDE;
        double bottom = corners.stream().mapToDouble(Point2D::getY).max().orElseThrow() / SIDE;
        Rectangle wanted = new Rectangle((int) Math.ceil(left), (int) Math.ceil(top), 0, 0);
        wanted.setSize((int) Math.floor(right) - wanted.x, (int) Math.floor(bottom) - wanted.y);
        Rectangle there = blocks.intersection(wanted);
        if (there.isEmpty()) {
            return new Rectangle();
        }
        int rows = Math.min(there.height, Math.max(1, MOST_PIXELS / (SIDE * SIDE * there.width)));
        return new Rectangle(
                SIDE * there.x, SIDE * (there.y + (there.height - rows) / 2), SIDE * there.width, SIDE * rows);
    }

    private static List<Block> blocks(Page stored, Rectangle part, AffineTransform toPage, int[] steps) {
        List<Block> blocks = new ArrayList<>();
        for (int top = 0; top + SIDE <= stored.height(); top += SIDE) {
            for (int left = 0; left + SIDE <= stored.width(); left += SIDE) {
                Point2D middle =
                        toPage.transform(new Point2D.Double(part.x + left + 4, part.y + top + 4), new Point2D.Double());
                blocks.add(new Block(new Point(middle.getX(), middle.getY()), values(stored, left, top, steps)));
            }
        }
        return blocks;
    }

    private static int[] values(Page stored, int left, int top, int[] steps) {
        double[][] rows = new double[SIDE][];
        for (int y = 0; y < SIDE; y++) {
            rows[y] = row(stored.pixels(), (top + y) * stored.width() + left);
        }
        int[] values = new int[FREQUENCIES];
        for (int k = 0; k < FREQUENCIES; k++) {
            double sum = 0;
            for (int y = 0; y < SIDE; y++) {
                sum += COS[V[k]][y] * rows[y][U[k]];
            }
            values[k] = (int) Math.round(sum / steps[k]);
        }
        return values;
    }

    /** The lowest frequencies of eight pixels side by side. */
    private static double[] row(int[] pixels, int from) {
        double mean = 0;
        double one = 0;
        double two = 0;
        double three = 0;
        for (int x = 0; x < SIDE; x++) {
            int pixel = pixels[from + x];
            double luma = 0.299 * (pixel >> 16 & 0xFF) + 0.587 * (pixel >> 8 & 0xFF) + 0.114 * (pixel & 0xFF);
            mean += luma;
            one += COS[1][x] * luma;
            two += COS[2][x] * luma;
            three += COS[3][x] * luma;
        }
        return new double[] {COS[0][0] * mean, one, two, three};
    }
}
