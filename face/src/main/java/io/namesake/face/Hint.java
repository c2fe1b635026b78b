package io.namesake.face;

/** What the person in front of the camera can do to get a better picture, as a closed list for a live guide. */
public enum Hint {
    /** No face was found. */
    NO_FACE_FOUND("no-face-found"),
    /** More than one face is in the picture. */
    ONE_FACE_ONLY("one-face-only"),
    /** The face is small. */
    COME_CLOSER("come-closer"),
    /** The face fills the picture or touches its edge on opposite sides. */
    MOVE_BACK("move-back"),
    /** The face is cut by, or far towards, one edge. */
    CENTRE_FACE("centre-face"),
    /** The face is dark. */
    MORE_LIGHT("more-light"),
    /** The face is so bright that detail is lost. */
    LESS_LIGHT("less-light"),
    /** The face is blurred. */
    HOLD_STILL("hold-still"),
    /** The light comes from one side. */
    TURN_TO_THE_LIGHT("turn-to-the-light"),
    /** The head is turned, lowered or raised. */
    LOOK_STRAIGHT("look-straight"),
    /** The head is tilted towards a shoulder. */
    HEAD_UPRIGHT("head-upright"),
    /** Both eyes are closed. */
    OPEN_YOUR_EYES("open-your-eyes"),
    /** The mouth is wide open. */
    CLOSE_YOUR_MOUTH("close-your-mouth"),
    /** The eyes cannot be seen: dark glasses, a shadow, hair. */
    TAKE_OFF_DARK_GLASSES("take-off-dark-glasses"),
    /** Mouth and nose are covered. */
    UNCOVER_YOUR_FACE("uncover-your-face");

    private final String code;

    Hint(String code) {
        this.code = code;
    }

    /** The stable, kebab-case name of this hint, as used in reports and APIs. */
    public String code() {
        return code;
    }
}
