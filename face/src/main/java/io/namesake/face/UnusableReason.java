package io.namesake.face;

/**
 * Why a picture cannot be used, as a closed list. These are facts about the picture, never about the person; each can be cured
 * by another picture.
 */
public enum UnusableReason {
    /** The bytes do not begin like any picture. */
    NOT_AN_IMAGE("not-an-image"),
    /** A picture, but neither JPEG, PNG nor WebP, or a variant of these that cannot be read (an animation, lossless JPEG or WebP). */
    UNSUPPORTED_FORMAT("unsupported-format"),
    /** More bytes than {@link ImageLimits#maxBytes()}; nothing was read. */
    TOO_MANY_BYTES("image-too-large"),
    /** The header announces more pixels than {@link ImageLimits} allows; nothing was decoded. */
    TOO_MANY_PIXELS("too-many-pixels"),
    /** The picture ends early or contradicts itself. */
    IMAGE_DAMAGED("image-damaged"),
    /** The shorter side has fewer pixels than {@link ImageLimits#minSide()}. */
    IMAGE_TOO_SMALL("image-too-small"),
    /** No face was found. */
    NO_FACE("no-face"),
    /** More than one face that might be meant; see {@link Role} for what is tolerated. */
    SEVERAL_FACES("several-faces"),
    /** The one face has too few pixels between the eyes; see {@link FaceOptions#minEyeDistance(Role)}. */
    FACE_TOO_SMALL("face-too-small");

    private final String code;

    UnusableReason(String code) {
        this.code = code;
    }

    /** The stable, kebab-case name of this reason, as used in reports and problem types. */
    public String code() {
        return code;
    }
}
