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

    /** The same as fractions of the picture. */
    public FaceBox in(Picture picture) {
        double width = picture.width();
        double height = picture.height();
        return new FaceBox(box.x() / width, box.y() / height, box.width() / width, box.height() / height, confidence);
    }
}
