package io.namesake.face.evaluation;

import java.util.Objects;

/**
 * Two pictures and whether they show the same person.
 *
 * @param imageA name of the first picture, as {@link ImageSource} understands it
 * @param imageB name of the second picture
 * @param samePerson whether both show the same person
 */
public record LabelledPair(String imageA, String imageB, boolean samePerson) {
    public LabelledPair {
        Objects.requireNonNull(imageA, "imageA");
        Objects.requireNonNull(imageB, "imageB");
    }
}
