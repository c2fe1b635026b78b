package io.namesake.face;

/** Which of the two pictures of a verification is meant. The two are held to different rules; see each constant. */
public enum Role {
    /**
     * A picture of an identity document, or the portrait taken from one. Portraits are small and are often printed twice (a
     * "ghost" portrait), so fewer pixels are enough, and a clearly smaller second face is not an obstacle: the largest counts.
     */
    DOCUMENT("document"),

    /** A picture of the living person. It must show that person alone. */
    SELFIE("selfie");

    private final String code;

    Role(String code) {
        this.code = code;
    }

    /** The stable, lower-case name of this role, as used in reports and APIs. */
    public String code() {
        return code;
    }
}
