package io.namesake.face.engine.network;

import io.namesake.face.engine.align.Landmarks;
import io.namesake.face.engine.align.Point;
import io.namesake.face.engine.align.Resampler;
import io.namesake.face.engine.align.SimilarityTransform;
import io.namesake.face.engine.decode.Picture;
import java.util.List;

/** Asks a small network of two classes whether an eye is closed. It sees the eye level, from corner to corner and a little around. */
public final class EyeReader {
    /** Where the corners lie in the network's input, as shares of its width; the height is the middle. */
    private static final double LEFT = 4 / 23.0;

    private static final double RIGHT = 19 / 23.0;

    private final Network network;

    EyeReader(Network network) {
        this.network = network;
    }

    /**
     * How closed both eyes are, as the mean logit of closed over open: about -10 for open eyes and +6 for closed ones, with much
     * difference between persons. Compare frames of one person.
     */
    public double closed(Picture picture, Landmarks landmarks) {
        List<Point> points = landmarks.points();
        return (closed(picture, points.get(36), points.get(39)) + closed(picture, points.get(42), points.get(45))) / 2;
    }

    private double closed(Picture picture, Point leftCorner, Point rightCorner) {
        Descriptor.Input input = network.descriptor().input();
        double right = input.width() - 1;
        double middle = (input.height() - 1) / 2.0;
        SimilarityTransform toPicture = SimilarityTransform.fit(
                List.of(new Point(LEFT * right, middle), new Point(RIGHT * right, middle)),
                List.of(leftCorner, rightCorner));
        Picture eye = Resampler.sample(picture, toPicture, input.width(), input.height(), 0);
        float[] logits = network.run(
                        1,
                        tensor -> Tensors.write(eye, input, tensor),
                        network.descriptor().output("logits"))[0];
        int closed = network.descriptor().closedIndex();
        return logits[closed] - logits[1 - closed];
    }
}
