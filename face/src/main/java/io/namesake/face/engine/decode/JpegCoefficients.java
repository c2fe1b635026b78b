package io.namesake.face.engine.decode;

import io.namesake.face.engine.UnusablePicture;

/**
 * A baseline JPEG down to its coefficients. Pixels are worked out from them as large as they are wanted, all or some; what takes most time
 * in a large photo, the full-size transform of all of it, is left out where nobody looks so closely.
 */
final class JpegCoefficients implements Original {
    private static final int BLOCK = 64;

    private final JpegHeader header;
    private final PictureFile file;
    /**
     * By component, then by row of blocks. Many arrays of some 30 kB, because one of megabytes is more than a region of the collector's heap: each would go
     * straight to the old generation, and fetching them from there took a core's time from those who verify on the others.
     */
    private final short[][][] coefficients;
    /** For each block the place of its last coefficient that is not zero, in the order of the file. */
    private final byte[][] lasts;

    private JpegCoefficients(JpegHeader header, PictureFile file) {
        this.header = header;
        this.file = file;
        coefficients = new short[header.components().length][][];
        lasts = new byte[coefficients.length][];
        for (int c = 0; c < coefficients.length; c++) {
            JpegHeader.Component component = header.components()[c];
            coefficients[c] = new short[header.unitsDown() * component.down()][blocksAcross(c) * BLOCK];
            lasts[c] = new byte[coefficients[c].length * blocksAcross(c)];
        }
    }

    /** @throws UnusablePicture when the data ends early or makes no sense */
    static JpegCoefficients read(JpegHeader header, PictureFile file) throws UnusablePicture {
        JpegCoefficients read = new JpegCoefficients(header, file);
        read.fill(new JpegData(file.essentials(), header.dataFrom(), header.dataTo()));
        return read;
    }

    private void fill(JpegData data) throws UnusablePicture {
        int across = header.unitsAcross();
        int units = across * header.unitsDown();
        int each = header.restartInterval() == 0 ? units : header.restartInterval();
        if (data.parts() != JpegHeader.ceil(units, each)) {
            throw PictureFile.damaged();
        }
        for (int part = 0, unit = 0; part < data.parts(); part++) {
            data.start(part);
            int[] before = new int[coefficients.length];
            for (int end = Math.min(units, unit + each); unit < end; unit++) {
                for (int c = 0; c < before.length; c++) {
                    before[c] = fill(data, part, c, unit % across, unit / across, before[c]);
                }
            }
        }
    }

    /** The blocks of one component in one minimum coded unit; answers with the first coefficient of the last of them. */
    private int fill(JpegData data, int part, int c, int unitX, int unitY, int before) throws UnusablePicture {
        JpegHeader.Component component = header.components()[c];
        int last = before;
        for (int v = 0; v < component.down(); v++) {
            int row = unitY * component.down() + v;
            short[] into = coefficients[c][row];
            int x = unitX * component.across();
            for (int end = x + component.across(); x < end; x++) {
                int place = data.read(component, part, last, into, x * BLOCK);
                lasts[c][row * blocksAcross(c) + x] = (byte) place;
                last = into[x * BLOCK];
            }
        }
        return last;
    }

    private int blocksAcross(int c) {
        return header.unitsAcross() * header.components()[c].across();
    }

    /** Upright and as large as in the file. */
    @Override
    public Picture whole() {
        return pixels(false).upright(1, file);
    }

    /** Upright, half as wide and high; each pixel is the mean of four, which can still be had. */
    Picture halved() {
        return pixels(true).upright(2, file, this);
    }

    private Pixels pixels(boolean halved) {
        JpegPlane[] planes = new JpegPlane[coefficients.length];
        for (int c = 0; c < planes.length; c++) {
            planes[c] = plane(c, halved);
        }
        int scale = halved ? 2 : 1;
        int width = JpegHeader.ceil(header.width(), scale);
        int height = JpegHeader.ceil(header.height(), scale);
        return planes.length == 1
                ? Pixels.ofLuma(width, height, planes[0])
                : Pixels.ofYCbCr(width, height, planes[0], planes[1], planes[2]);
    }

    private JpegPlane plane(int c, boolean halved) {
        JpegHeader.Component component = header.components()[c];
        int wider = header.mostAcross() / component.across();
        int higher = header.mostDown() / component.down();
        // Chroma that is stored half as large as luma is just right for a picture that is halved.
        boolean fits = halved && wider == 2 && higher == 2;
        boolean half = halved && !fits;
        int side = half ? HalfTransform.SIDE : BlockTransform.SIDE;
        byte[][] stripes = stripes(c, half, side);
        int width = JpegHeader.ceil(header.width(), wider * (half ? 2 : 1));
        int height = JpegHeader.ceil(header.height(), higher * (half ? 2 : 1));
        return new JpegPlane(stripes, side, width, height, fits ? 1 : wider, fits ? 1 : higher);
    }

    /** The samples of each row of blocks. */
    private byte[][] stripes(int c, boolean half, int side) {
        int[] steps = header.components()[c].steps();
        HalfTransform halves = half ? new HalfTransform(steps) : null;
        BlockTransform wholes = new BlockTransform();
        int across = blocksAcross(c);
        int stride = across * side;
        byte[][] stripes = new byte[coefficients[c].length][stride * side];
        for (int row = 0; row < stripes.length; row++) {
            short[] from = coefficients[c][row];
            for (int x = 0; x < across; x++) {
                int last = lasts[c][row * across + x];
                if (half) {
                    halves.half(from, x * BLOCK, last, stripes[row], x * side, stride);
                } else {
                    wholes.full(from, x * BLOCK, last, steps, stripes[row], x * side, stride);
                }
            }
        }
        return stripes;
    }

    @Override
    public int[] luma(int left, int top, int side) {
        Orientation orientation = file.orientation();
        int x = orientation.storedLeft(left, top, side, header.width());
        int y = orientation.storedTop(left, top, side, header.height());
        int firstX = x / BlockTransform.SIDE;
        int firstY = y / BlockTransform.SIDE;
        int across = (x + side - 1) / BlockTransform.SIDE - firstX + 1;
        int down = (y + side - 1) / BlockTransform.SIDE - firstY + 1;
        int stride = across * BlockTransform.SIDE;
        byte[] samples = new byte[stride * down * BlockTransform.SIDE];
        BlockTransform transform = new BlockTransform();
        int[] steps = header.components()[0].steps();
        for (int i = 0; i < across * down; i++) {
            int row = firstY + i / across;
            int column = firstX + i % across;
            int last = lasts[0][row * blocksAcross(0) + column];
            int to = i / across * BlockTransform.SIDE * stride + i % across * BlockTransform.SIDE;
            transform.full(coefficients[0][row], column * BLOCK, last, steps, samples, to, stride);
        }
        int[] square = new int[side * side];
        int start = orientation.start(side, side);
        for (int v = 0; v < side; v++, start += orientation.stepToNextRow(side)) {
            int from = (y - firstY * BlockTransform.SIDE + v) * stride + x - firstX * BlockTransform.SIDE;
            for (int u = 0, to = start; u < side; u++, to += orientation.stepAlongRow(side)) {
                square[to] = samples[from + u] & 0xFF;
            }
        }
        return square;
    }
}
