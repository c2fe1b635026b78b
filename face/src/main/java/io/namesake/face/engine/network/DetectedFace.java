package io.namesake.face.engine.network;

import io.namesake.face.FaceBox;
import io.namesake.face.engine.align.Box;
import io.namesake.face.engine.decode.Picture;

/**
 * A face that the detector found.
 *
 * @param box tight around the face, in pixels of the (perhaps reduced) picture
 * @param confidence 0..1
 */
public record DetectedFace(Box box, double confidence) {

    /** The same in a picture of so many times the pixels along each side. */
    public DetectedFace times(int factor) {
        double shift = (factor - 1) / 2.0;
        return new DetectedFace(
                new Box(
                        factor * box.x() + shift,
                        factor * box.y() + shift,
                        factor * box.width(),
                        factor * box.height()),
                confidence);
    }

    /** The same as fractions of the picture. */
    public FaceBox in(Picture picture) {
        double width = picture.width();
        double height = picture.height();
        return new FaceBox(box.x() / width, box.y() / height, box.width() / width, box.height() / height, confidence);
    }
}
