package io.namesake.face.engine.network;

import io.namesake.face.engine.align.Box;
import io.namesake.face.engine.align.Landmarks;
import io.namesake.face.engine.align.Point;
import io.namesake.face.engine.align.Resampler;
import io.namesake.face.engine.align.SimilarityTransform;
import io.namesake.face.engine.decode.Picture;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the 68 points of a face in the square around its box; {@code points} [1, 136] are fractions of that square.
 *
 * <p>One look errs by a few hundredths of the eyes' distance, in another way for each place, size and slant of the face in the square.
 * So the descriptor may ask for more looks: the face turned upright by what the first look said, in squares of several places and sizes
 * and in a mirror, all in one run of the network. The mean of these is what counts; the first look then only gives the slant.
 */
public final class LandmarkFinder {
    /** A face of more pixels than this for each pixel of the network is made smaller once for all looks. */
    private static final double ENOUGH = 1.5;

    /** How far, from the centre, a look reaches at most, in sides of the square around the box: a corner of the largest, turned by 45°. */
    private static final double REACH = 0.9;

    private final Network network;
    private final List<Descriptor.View> views;

    LandmarkFinder(Network network) {
        this.network = network;
        this.views = network.descriptor().views() == null
                ? List.of()
                : List.copyOf(network.descriptor().views());
    }

    public Landmarks find(Picture picture, DetectedFace face) {
        Square square = Square.around(face.box());
        Near near = near(picture, square);
        Landmarks first = new Landmarks(read(
                network.run(
                                1,
                                tensor -> Tensors.write(
                                        cut(near, square), network.descriptor().input(), tensor),
                                output())[0],
                0,
                square,
                false));
        if (views.isEmpty()) {
            return first;
        }
        double slant = Math.atan2(
                first.rightEye().y() - first.leftEye().y(),
                first.rightEye().x() - first.leftEye().x());
        return lookAgain(
                near,
                views.stream().map(view -> square.turned(slant).seen(view)).toList());
    }

    private Landmarks lookAgain(Near near, List<Square> squares) {
        Descriptor.Input input = network.descriptor().input();
        float[] points = network.run(
                        2 * squares.size(),
                        tensor -> squares.forEach(square -> Tensors.writeWithMirror(cut(near, square), input, tensor)),
                        output())[0];
        List<List<Point>> looks = new ArrayList<>();
        for (int i = 0; i < squares.size(); i++) {
            looks.add(read(points, 2 * i, squares.get(i), false));
            looks.add(Landmarks.mirrored(read(points, 2 * i + 1, squares.get(i), true)));
        }
        return Landmarks.mean(looks);
    }

    /**
     * The surroundings of a face, perhaps made smaller.
     *
     * @param left where they start in the picture, left edge of the pixels
     * @param top likewise
     * @param reduction how many of the picture's pixels one stands for, along a side
     */
    private record Near(Picture picture, int left, int top, int reduction) {
        Point at(Point inPicture) {
            return new Point(along(inPicture.x(), left), along(inPicture.y(), top));
        }

        private double along(double inPicture, int start) {
            return (inPicture - start - (reduction - 1) / 2.0) / reduction;
        }
    }

    /** Each look would else go over all pixels of a large face, to see a few thousand. */
    private Near near(Picture picture, Square square) {
        int reduction = (int) (square.side / network.descriptor().input().width() / ENOUGH);
        if (reduction < 2) {
            return new Near(picture, 0, 0, 1);
        }
        int side = (int) Math.ceil(2 * REACH * square.side / reduction);
        int left = (int) Math.round(square.centre.x() - side * reduction / 2.0);
        int top = (int) Math.round(square.centre.y() - side * reduction / 2.0);
        Box around = new Box(left, top, side * reduction, side * reduction);
        return new Near(Resampler.stretch(picture, around, side, side), left, top, reduction);
    }

    private String output() {
        return network.descriptor().output("points");
    }

    private Picture cut(Near near, Square square) {
        Descriptor.Input input = network.descriptor().input();
        double scale = square.side / input.width() / near.reduction;
        // The middle of the first pixel lies half a pixel inside of the square.
        Point first = near.at(square.at(0.5 / input.width(), 0.5 / input.height()));
        SimilarityTransform toPicture = new SimilarityTransform(
                scale * Math.cos(square.slant), scale * Math.sin(square.slant), first.x(), first.y());
        return Resampler.sample(near.picture, toPicture, input.width(), input.height(), 0);
    }

    private static List<Point> read(float[] points, int look, Square square, boolean mirrored) {
        List<Point> read = new ArrayList<>(Landmarks.COUNT);
        for (int i = 0; i < Landmarks.COUNT; i++) {
            int at = 2 * (look * Landmarks.COUNT + i);
            read.add(square.at(mirrored ? 1 - points[at] : points[at], points[at + 1]));
        }
        return read;
    }

    /** A square in the picture, turned around its centre by an angle in radians, clockwise as it is seen. */
    private record Square(Point centre, double side, double slant) {

        static Square around(Box face) {
            Box square = face.square();
            return new Square(square.centre(), square.width(), 0);
        }

        Square turned(double angle) {
            return new Square(centre, side, angle);
        }

        Square seen(Descriptor.View view) {
            return new Square(at(0.5 + view.right(), 0.5 + view.down()), side * view.scale(), slant);
        }

        /** A place given as fractions of the square, from its own upper left corner. */
        Point at(double right, double down) {
            double u = (right - 0.5) * side;
            double v = (down - 0.5) * side;
            return new Point(
                    centre.x() + u * Math.cos(slant) - v * Math.sin(slant),
                    centre.y() + u * Math.sin(slant) + v * Math.cos(slant));
        }
    }
}
