package io.namesake.document.print;

import java.util.Optional;

/**
 * Says where the face is in a picture. This library has no network for that, and learns nothing of the face but its place: whoever opens a {@link
 * PrintedDocumentReader} may lend it one, to cut the portrait out of a card's front.
 */
@FunctionalInterface
public interface FaceFinder {

    /** Finds none. A card's portrait is then its whole front. */
    FaceFinder NONE = picture -> Optional.empty();

    /**
     * The face that the picture is about: the largest, since documents repeat their portrait smaller.
     *
     * @param picture a JPEG file
     * @return empty when there is none, or it is not upright
     */
    Optional<FaceArea> find(byte[] picture);
}
