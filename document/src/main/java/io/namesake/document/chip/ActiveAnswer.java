package io.namesake.document.chip;

import io.namesake.document.DocumentUnreadable;

/**
 * What a chip answered to a challenge with the key that never leaves it (active authentication; ICAO Doc 9303-11, 6.1).
 *
 * @param challenge 8 bytes, chosen by whoever read the chip
 * @param response the chip's signature over them
 */
public record ActiveAnswer(byte[] challenge, byte[] response) {
    /** Bytes of a challenge (ICAO Doc 9303-11, 6.1.2). */
    public static final int CHALLENGE = 8;

    private static final int LONGEST_RESPONSE = 1024;

    public ActiveAnswer {
        challenge = challenge.clone();
        response = response.clone();
    }

    /** @throws DocumentUnreadable when the lengths are none that a chip and its reader use */
    public static ActiveAnswer of(byte[] challenge, byte[] response) throws DocumentUnreadable {
        if (challenge.length != CHALLENGE) {
            throw new DocumentUnreadable("a challenge has " + CHALLENGE + " bytes, not " + challenge.length);
        }
        if (response.length == 0 || response.length > LONGEST_RESPONSE) {
            throw new DocumentUnreadable(
                    "a chip's response of " + response.length + " bytes; 1 to " + LONGEST_RESPONSE + " are taken");
        }
        return new ActiveAnswer(challenge, response);
    }

    @Override
    public byte[] challenge() {
        return challenge.clone();
    }

    @Override
    public byte[] response() {
        return response.clone();
    }

    @Override
    public String toString() {
        return "ActiveAnswer[" + response.length + " bytes]";
    }
}
