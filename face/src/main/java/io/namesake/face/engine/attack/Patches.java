package io.namesake.face.engine.attack;

import io.namesake.face.engine.align.Box;
import io.namesake.face.engine.align.Resampler;
import io.namesake.face.engine.decode.Picture;
import java.util.Arrays;

/** Looks at squares spread over the face. */
final class Patches {
    private static final int ACROSS = 3;
    private static final double INNER = 0.8;

    private final Spectrum spectrum = new Spectrum();
    private double noise;
    private double luma;
    private int patches;

    /**
     * In the file's own pixels, which scaling would smooth, if they can still be had.
     *
     * @param face tight around the face
     */
    static Patches of(Picture picture, Box face) {
        return picture.original()
                .map(original -> new Patches(
                        picture.fileWidth(),
                        picture.fileHeight(),
                        times(picture.reduction(), face),
                        (x, y, side) -> Arrays.stream(original.luma(x, y, side))
                                .asDoubleStream()
                                .toArray()))
                .orElseGet(() -> new Patches(picture, face));
    }

    private static Box times(int factor, Box box) {
        return new Box(factor * box.x(), factor * box.y(), factor * box.width(), factor * box.height());
    }

    /** Of the same face no wider than so many pixels, so that the detail of a large picture is measured on the same scale; these where it is no wider. */
    Patches atMost(int widest, Picture picture, Box face) {
        if (picture.original().isPresent()) {
            Box inFile = times(picture.reduction(), face);
            int side = (int) Math.min(
                    Math.ceil(Math.max(inFile.width(), inFile.height())) + 1,
                    Math.min(picture.fileWidth(), picture.fileHeight()));
            int left = Math.clamp((long) Math.floor(inFile.x()), 0, picture.fileWidth() - side);
            int top = Math.clamp((long) Math.floor(inFile.y()), 0, picture.fileHeight() - side);
            int[] grey = picture.original().get().luma(left, top, side);
            for (int i = 0; i < grey.length; i++) {
                grey[i] *= 0x010101;
            }
            Box moved = new Box(inFile.x() - left, inFile.y() - top, inFile.width(), inFile.height());
            Picture file = Picture.of(side, side, grey);
            return moved.width() <= widest ? new Patches(file, moved) : stretched(widest, file, moved);
        }
        return face.width() <= widest ? this : stretched(widest, picture, face);
    }

    private static Patches stretched(int widest, Picture picture, Box face) {
        int height = (int) Math.round(face.height() * widest / face.width());
        return new Patches(Resampler.stretch(picture, face, widest, height), new Box(0, 0, widest, height));
    }

    /** Where the luma of a square comes from. */
    private interface Source {
        double[] luma(int left, int top, int side);
    }

    private Patches(Picture picture, Box face) {
        this(picture.width(), picture.height(), face, (x, y, side) -> Light.luma(picture, x, y, side));
    }

    private Patches(int width, int height, Box face, Source source) {
        int side = Spectrum.SIDE;
        if (width < side || height < side) {
            return;
        }
        for (int row = 0; row < ACROSS; row++) {
            for (int column = 0; column < ACROSS; column++) {
                int x = place(face.x(), face.width(), column, width - side);
                int y = place(face.y(), face.height(), row, height - side);
                add(source.luma(x, y, side));
            }
        }
    }

    /** Where the patch of a row or column of {@value #ACROSS} starts, spread over the inner face. */
    private static int place(double start, double length, int index, int last) {
        double first = start + length * (1 - INNER) / 2;
        double room = Math.max(0, length * INNER - Spectrum.SIDE);
        return Math.clamp(Math.round(first + room * index / (ACROSS - 1)), 0, last);
    }

    double peak() {
        return spectrum.peak();
    }

    double fineDetail() {
        return spectrum.logRatio(20, 32, 3, 8);
    }

    double middleDetail() {
        return spectrum.logRatio(10, 20, 3, 8);
    }

    double noise() {
        int n = Math.max(1, patches);
        return Math.log((noise / n + 0.1) / (luma / n + 8));
    }

    private void add(double[] patch) {
        spectrum.add(patch);
        int side = Spectrum.SIDE;
        double sum = 0;
        double mean = 0;
        for (int y = 1; y < side - 1; y++) {
            for (int x = 1; x < side - 1; x++) {
                int i = y * side + x;
                double cross = patch[i - 1] + patch[i + 1] + patch[i - side] + patch[i + side];
                double corners = patch[i - side - 1] + patch[i - side + 1] + patch[i + side - 1] + patch[i + side + 1];
                sum += Math.abs(corners - 2 * cross + 4 * patch[i]);
                mean += patch[i];
            }
        }
        int n = (side - 2) * (side - 2);
        noise += Math.sqrt(Math.PI / 2) * sum / (6 * n);
        luma += mean / n;
        patches++;
    }
}
