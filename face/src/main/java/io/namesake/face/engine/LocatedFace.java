package io.namesake.face.engine;

import io.namesake.face.FaceReport;
import io.namesake.face.engine.align.Alignment;
import io.namesake.face.engine.align.Landmarks;
import io.namesake.face.engine.decode.Picture;
import io.namesake.face.engine.network.DetectedFace;

/**
 * The one face of a picture, found and measured, not recognised.
 *
 * @param picture upright
 * @param face where it is
 * @param landmarks its points
 * @param aligned the face cut out by {@link Alignment#ARCFACE_112}, which both quality and embedding look at
 * @param report what was measured
 */
public record LocatedFace(Picture picture, DetectedFace face, Landmarks landmarks, Picture aligned, FaceReport report) {

    /** The face, cut out in that standard place. */
    Picture crop(Alignment alignment) {
        return alignment == Alignment.ARCFACE_112 ? aligned : alignment.crop(picture, landmarks);
    }
}
