package io.namesake.face;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * How a {@link FaceVerifier} works. Immutable; {@link #builder()} starts from the defaults and refuses what makes no sense, saying why.
 */
public final class FaceOptions {
    private final Optional<Path> modelDirectory;
    private final Optional<Path> calibration;
    private final ImageLimits imageLimits;
    private final double falseMatchRate;
    private final double reviewFalseMatchRate;
    private final int threadsPerNetwork;
    private final double minDocumentEyeDistance;
    private final double minSelfieEyeDistance;

    private FaceOptions(Builder builder) {
        modelDirectory = builder.modelDirectory;
        calibration = builder.calibration;
        imageLimits = builder.imageLimits;
        falseMatchRate = builder.falseMatchRate;
        reviewFalseMatchRate = builder.reviewFalseMatchRate;
        threadsPerNetwork = builder.threadsPerNetwork;
        minDocumentEyeDistance = builder.minDocumentEyeDistance;
        minSelfieEyeDistance = builder.minSelfieEyeDistance;
    }

    /** The shipped models, {@link ImageLimits#DEFAULT}, match at FMR 1e-4, review from FMR 1e-2, one thread per network. */
    public static FaceOptions defaults() {
        return builder().build();
    }

    /** A builder that starts from {@link #defaults()}. */
    public static Builder builder() {
        return new Builder();
    }

    /** A folder with a {@code models.json} and the files it names; empty for the shipped models. */
    public Optional<Path> modelDirectory() {
        return modelDirectory;
    }

    /** A {@link Calibration} file; empty for the {@code calibration.json} beside the models. */
    public Optional<Path> calibration() {
        return calibration;
    }

    /** How large a picture may be. */
    public ImageLimits imageLimits() {
        return imageLimits;
    }

    /** The false match rate (ISO/IEC 19795-1) at which two faces match, 0..1. */
    public double falseMatchRate() {
        return falseMatchRate;
    }

    /** The false match rate from which two faces are inconclusive rather than different, 0..1; not below {@link #falseMatchRate()}. */
    public double reviewFalseMatchRate() {
        return reviewFalseMatchRate;
    }

    /** Threads that one network uses for one picture, 1..64. With 1, a verification uses one core and never waits for another. */
    public int threadsPerNetwork() {
        return threadsPerNetwork;
    }

    /**
     * The fewest pixels between the centres of the eyes, below which a face is {@link UnusableReason#FACE_TOO_SMALL}.
     * The networks see a face with 35 pixels between the eyes; what is smaller is only blown up. Pixels that were passed over because a file has
     * more than are read do not count here, as they do in {@link FaceReport#eyeDistancePixels()}.
     */
    public double minEyeDistance(Role role) {
        return switch (role) {
            case DOCUMENT -> minDocumentEyeDistance;
            case SELFIE -> minSelfieEyeDistance;
        };
    }

    /** Collects options; {@link #build()} checks them together. */
    public static final class Builder {
        private Optional<Path> modelDirectory = Optional.empty();
        private Optional<Path> calibration = Optional.empty();
        private ImageLimits imageLimits = ImageLimits.DEFAULT;
        private double falseMatchRate = 1e-4;
        private double reviewFalseMatchRate = 1e-2;
        private int threadsPerNetwork = 1;
        private double minDocumentEyeDistance = 20;
        private double minSelfieEyeDistance = 32;

        private Builder() {}

        /** Use the models of this folder (its {@code models.json} names them) instead of the shipped ones. */
        public Builder modelDirectory(Path directory) {
            modelDirectory = Optional.of(directory);
            return this;
        }

        /** Map rates to thresholds by this {@link Calibration} file instead of the one beside the models. */
        public Builder calibration(Path file) {
            calibration = Optional.of(file);
            return this;
        }

        /** See {@link FaceOptions#imageLimits()}. */
        public Builder imageLimits(ImageLimits limits) {
            imageLimits = Objects.requireNonNull(limits, "limits");
            return this;
        }

        /** See {@link FaceOptions#falseMatchRate()}; must lie within the rates for which the models are calibrated. */
        public Builder falseMatchRate(double rate) {
            falseMatchRate = rate;
            return this;
        }

        /** See {@link FaceOptions#reviewFalseMatchRate()}; must lie within the rates for which the models are calibrated. */
        public Builder reviewFalseMatchRate(double rate) {
            reviewFalseMatchRate = rate;
            return this;
        }

        /** See {@link FaceOptions#threadsPerNetwork()}. */
        public Builder threadsPerNetwork(int threads) {
            threadsPerNetwork = threads;
            return this;
        }

        /** See {@link FaceOptions#minEyeDistance(Role)}; defaults: 20 pixels for a document, 32 for a selfie. */
        public Builder minEyeDistance(Role role, double pixels) {
            switch (role) {
                case DOCUMENT -> minDocumentEyeDistance = pixels;
                case SELFIE -> minSelfieEyeDistance = pixels;
            }
            return this;
        }

        /** @throws IllegalArgumentException when an option makes no sense, saying which and why */
        public FaceOptions build() {
            require(
                    falseMatchRate > 0 && falseMatchRate < 1,
                    "falseMatchRate must lie between 0 and 1, not " + falseMatchRate);
            require(
                    reviewFalseMatchRate >= falseMatchRate && reviewFalseMatchRate < 1,
                    "reviewFalseMatchRate must lie between falseMatchRate (" + falseMatchRate + ") and 1, not "
                            + reviewFalseMatchRate);
            require(
                    threadsPerNetwork >= 1 && threadsPerNetwork <= 64,
                    "threadsPerNetwork must lie in 1..64, not " + threadsPerNetwork);
            for (Role role : Role.values()) {
                double pixels = role == Role.DOCUMENT ? minDocumentEyeDistance : minSelfieEyeDistance;
                require(
                        pixels >= 10 && pixels <= 1000,
                        "minEyeDistance of a " + role.code() + " must lie in 10..1000 pixels, not " + pixels);
            }
            return new FaceOptions(this);
        }

        private static void require(boolean condition, String message) {
            if (!condition) {
                throw new IllegalArgumentException(message);
            }
        }
    }
}
