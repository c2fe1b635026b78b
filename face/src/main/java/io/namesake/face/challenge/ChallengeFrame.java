package io.namesake.face.challenge;

import java.util.Objects;

/**
 * One picture of the camera's while the person was asked for something.
 *
 * @param image bytes of a JPEG, PNG or WebP file
 * @param prompt what was asked for when it was taken: 0 to look straight into the camera, n for the n-th movement
 */
public record ChallengeFrame(byte[] image, int prompt) {
    public ChallengeFrame {
        Objects.requireNonNull(image, "image");
        if (prompt < 0 || prompt > Challenge.LENGTH) {
            throw new IllegalArgumentException("a prompt is 0.." + Challenge.LENGTH + ", not " + prompt);
        }
    }
}
