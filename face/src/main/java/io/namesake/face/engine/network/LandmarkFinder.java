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
        Landmarks first = new Landmarks(read(
                network.run(
                                Tensors.of(
                                        cut(picture, square),
                                        network.descriptor().input()),
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
                picture,
                views.stream().map(view -> square.turned(slant).seen(view)).toList());
    }

    private Landmarks lookAgain(Picture picture, List<Square> squares) {
        Descriptor.Input input = network.descriptor().input();
        int one = input.width() * input.height() * input.mean().size();
        float[] tensor = new float[2 * one * squares.size()];
        for (int i = 0; i < squares.size(); i++) {
            float[] both = Tensors.withMirror(cut(picture, squares.get(i)), input);
            System.arraycopy(both, 0, tensor, 2 * one * i, both.length);
        }
        float[] points = network.run(tensor, output())[0];
        List<List<Point>> looks = new ArrayList<>();
        for (int i = 0; i < squares.size(); i++) {
            looks.add(read(points, 2 * i, squares.get(i), false));
            looks.add(Landmarks.mirrored(read(points, 2 * i + 1, squares.get(i), true)));
        }
        return Landmarks.mean(looks);
    }

    private String output() {
        return network.descriptor().output("points");
    }

    private Picture cut(Picture picture, Square square) {
        Descriptor.Input input = network.descriptor().input();
        double scale = square.side / input.width();
        // The middle of the first pixel lies half a pixel inside of the square.
        Point first = square.at(0.5 / input.width(), 0.5 / input.height());
        SimilarityTransform toPicture = new SimilarityTransform(
                scale * Math.cos(square.slant), scale * Math.sin(square.slant), first.x(), first.y());
        return Resampler.sample(picture, toPicture, input.width(), input.height(), 0);
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
