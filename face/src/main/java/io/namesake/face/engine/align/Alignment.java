package io.namesake.face.engine.align;

import io.namesake.face.engine.decode.Picture;
import java.util.List;

/** The standard place of a face in the square crop that an embedding network was trained on. */
public enum Alignment {
    /** 112 x 112, the five reference points that ArcFace, MobileFaceNet and their kin were trained with. */
    ARCFACE_112(
            112,
            new Point(38.2946, 51.6963),
            new Point(73.5318, 51.5014),
            new Point(56.0252, 71.7366),
            new Point(41.5493, 92.3655),
            new Point(70.7299, 92.2041)),

    /**
     * 150 x 150, dlib's face chip with a padding of 0.25. dlib fits 43 points to its mean face; here the same five points as above
     * are fitted to where they lie in that mean face: a mean-face coordinate v becomes (0.25 + v) / 1.5 x 150.
     */
    DLIB_CHIP_150(
            150,
            new Point(47.549, 46.599),
            new Point(100.476, 46.599),
            new Point(74.013, 76.563),
            new Point(50.415, 103.023),
            new Point(97.610, 103.023));

    private final int size;
    private final List<Point> reference;

    Alignment(int size, Point... reference) {
        this.size = size;
        this.reference = List.of(reference);
    }

    /** Width and height of the crop in pixels. */
    public int size() {
        return size;
    }

    /** Cuts the face out of a picture in its standard place. What lies outside the picture is black, as in training. */
    public Picture crop(Picture picture, Landmarks landmarks) {
        SimilarityTransform toPicture = SimilarityTransform.fit(reference, landmarks.fivePoints());
        return Resampler.sample(picture, toPicture, size, size, 0);
    }

    /**
     * How far the five points are from a face's usual shape: root mean square in pixels of the crop. For ARCFACE_112, half of LFW's
     * faces have less than 3.4 and the most turned of 600 has 9.3; infinite when the points lie on one another.
     */
    public double misfit(Landmarks landmarks) {
        if (!(landmarks.eyeDistance() > 0)) {
            return Double.POSITIVE_INFINITY;
        }
        SimilarityTransform toCrop = SimilarityTransform.fit(landmarks.fivePoints(), reference);
        return toCrop.residual(landmarks.fivePoints(), reference);
    }
}
