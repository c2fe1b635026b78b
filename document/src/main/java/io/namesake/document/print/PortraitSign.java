package io.namesake.document.print;

/**
 * What one look at a portrait's pixels came to.
 *
 * @param state how it ended
 * @param words what was found, or why nothing can be said
 * @param confidence that the portrait was put in afterwards, 0 to 100; 0 unless seen
 */
record PortraitSign(State state, String words, int confidence) {

    enum State {
        SEEN,
        NOT_SEEN,
        /** It cannot be said. */
        UNKNOWN
    }

    static PortraitSign seen(String words, int confidence) {
        return new PortraitSign(State.SEEN, words, confidence);
    }

    static PortraitSign notSeen(String words) {
        return new PortraitSign(State.NOT_SEEN, words, 0);
    }

    static PortraitSign unknown(String words) {
        return new PortraitSign(State.UNKNOWN, words, 0);
    }
}
