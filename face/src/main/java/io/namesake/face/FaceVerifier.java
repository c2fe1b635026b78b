package io.namesake.face;

import java.util.Objects;

/**
 * The one door of this library: does this selfie show the person of this document's portrait?
 *
 * <p>Opening reads the models (some tens of megabytes) once and takes a fraction of a second; keep one instance. It is safe for use
 * by many threads at once, and a call runs on the caller's thread alone (unless {@link FaceOptions#threadsPerNetwork()} says
 * otherwise). Pictures are untrusted: whatever the bytes are, the answer is a value, never an exception.
 */
public final class FaceVerifier implements AutoCloseable {
    private final FaceOptions options;

    private FaceVerifier(FaceOptions options) {
        this.options = Objects.requireNonNull(options, "options");
    }

    /** Opens the shipped models with default options; see {@link #open(FaceOptions)}. */
    public static FaceVerifier open() {
        return open(FaceOptions.defaults());
    }

    /**
     * Opens the models that the options name.
     *
     * @throws ModelException when a model is missing or is not what its descriptor says, or when the models are not calibrated
     *     for the false match rates that the options ask for
     */
    public static FaceVerifier open(FaceOptions options) {
        return new FaceVerifier(options);
    }

    /**
     * Compares the face in a document's picture with the face in a selfie. Both templates exist only during this call.
     *
     * @param documentPortrait bytes of a JPEG, PNG or WebP file: the document, or its portrait alone
     * @param selfie bytes of a JPEG, PNG or WebP file
     * @throws IllegalStateException when this verifier is closed
     */
    public Verification verify(byte[] documentPortrait, byte[] selfie) {
        throw new IllegalStateException("the engine is not built yet " + options);
    }

    /**
     * Looks at one picture as {@link #verify} would, and stops before anything is derived that could recognise the person.
     *
     * @param image bytes of a JPEG, PNG or WebP file
     * @throws IllegalStateException when this verifier is closed
     */
    public Assessment assess(byte[] image, Role role) {
        throw new IllegalStateException("the engine is not built yet " + options);
    }

    /** The name and version of the models in use, such as {@code namesake-open-1/1}, for logs and audit. */
    public String modelName() {
        throw new IllegalStateException("the engine is not built yet " + options);
    }

    /** Releases the models once no call is under way. Closing twice does nothing. */
    @Override
    public void close() {}
}
