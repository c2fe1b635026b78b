package io.namesake.face.engine.network;

import io.namesake.face.engine.align.Box;
import io.namesake.face.engine.align.Landmarks;
import io.namesake.face.engine.align.Point;
import io.namesake.face.engine.align.Resampler;
import io.namesake.face.engine.align.SimilarityTransform;
import io.namesake.face.engine.decode.Picture;
import java.util.ArrayList;
import java.util.List;

/** Finds the 68 points of a face in the square around its box; {@code points} [1, 136] are fractions of that square. */
public final class LandmarkFinder {
    private final Network network;

    LandmarkFinder(Network network) {
        this.network = network;
    }

    public Landmarks find(Picture picture, DetectedFace face) {
        Descriptor.Input input = network.descriptor().input();
        Box square = face.box().square();
        double scale = square.width() / input.width();
        SimilarityTransform toPicture =
                SimilarityTransform.scaleAndShift(scale, square.x() + scale / 2, square.y() + scale / 2);
        Picture crop = Resampler.sample(picture, toPicture, input.width(), input.height(), 0);
        float[] points =
                network.run(Tensors.of(crop, input), network.descriptor().output("points"))[0];

        List<Point> landmarks = new ArrayList<>(Landmarks.COUNT);
        for (int i = 0; i < Landmarks.COUNT; i++) {
            landmarks.add(new Point(
                    square.x() + points[2 * i] * square.width(), square.y() + points[2 * i + 1] * square.height()));
        }
        return new Landmarks(landmarks);
    }
}
