package io.namesake.application.internal;

import io.namesake.face.Assessment;
import io.namesake.face.FaceOptions;
import io.namesake.face.FaceVerifier;
import io.namesake.face.ImageLimits;
import io.namesake.face.Role;
import io.namesake.face.Verification;
import io.namesake.face.challenge.ChallengeRecording;
import io.namesake.face.challenge.ChallengeResult;
import io.namesake.face.challenge.Movement;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The face library behind the port. Its models are read on a thread of their own while the rest of the server starts. */
final class OpenVerifier implements FaceEngine, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(OpenVerifier.class);

    private final CompletableFuture<FaceVerifier> verifier = new CompletableFuture<>();

    /**
     * Begins to read the models.
     *
     * @param models an operator's own models; empty for the shipped ones
     * @param calibration an operator's own calibration file; empty for the one beside the models
     * @param largestPicture in bytes
     */
    OpenVerifier(Optional<Path> models, Optional<Path> calibration, int largestPicture) {
        Thread.ofPlatform().name("face-models").daemon().start(() -> {
            try {
                verifier.complete(FaceVerifier.open(options(models, calibration, largestPicture)));
            } catch (RuntimeException | Error e) {
                verifier.completeExceptionally(e);
            }
        });
    }

    private static FaceOptions options(Optional<Path> models, Optional<Path> calibration, int largestPicture) {
        var usual = ImageLimits.DEFAULT;
        var options = FaceOptions.builder()
                .imageLimits(new ImageLimits(largestPicture, usual.maxPixels(), usual.maxSide(), usual.minSide()));
        models.ifPresent(options::modelDirectory);
        calibration.ifPresent(options::calibration);
        return options.build();
    }

    /** Waits until the models are there. @throws java.util.concurrent.CompletionException when they cannot be used */
    void ready() {
        log.info("Faces are compared by {}", verifier.join().modelName());
    }

    @Override
    public Assessment assess(byte[] picture, Role role) {
        return verifier.join().assess(picture, role);
    }

    @Override
    public Verification verify(byte[] document, byte[] selfie) {
        return verifier.join().verify(document, selfie);
    }

    @Override
    public ChallengeResult judge(ChallengeRecording recording) {
        return verifier.join().judge(recording);
    }

    @Override
    public Set<Movement> movements() {
        return verifier.join().movements();
    }

    @Override
    public void close() {
        verifier.thenAccept(FaceVerifier::close);
    }
}
