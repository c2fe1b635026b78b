package io.namesake.face;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One quality measure of one picture (ISO/IEC 29794-5:2025: a quality component's native measure and its quality component value).
 *
 * @param measure what was measured
 * @param value the raw value in the measure's unit; empty when it cannot be assessed in this picture
 * @param component the unified value, 0 (worst) .. 100 (best); -1 when it cannot be assessed
 * @param threshold the component value from which the picture is good enough; 0 when nothing is asked of it
 * @param blocking whether a picture below the threshold is sent back
 * @param hint what a person can do about a value below the threshold; present exactly when {@link #sentBack()}
 */
public record MeasuredQuality(
        QualityMeasure measure,
        OptionalDouble value,
        int component,
        int threshold,
        boolean blocking,
        Optional<Hint> hint) {
    /** The component value of what cannot be assessed. */
    public static final int NOT_ASSESSED = -1;

    public MeasuredQuality {
        Objects.requireNonNull(measure, "measure");
        if (component < NOT_ASSESSED || component > 100 || threshold < 0 || threshold > 100) {
            throw new IllegalArgumentException(measure + ": component " + component + " and threshold " + threshold
                    + " must lie in 0..100 (or -1)");
        }
        if (value.isPresent() != (component != NOT_ASSESSED)) {
            throw new IllegalArgumentException(measure + ": a component of -1 goes with no value, and only it");
        }
        if (hint.isPresent() != (blocking && component != NOT_ASSESSED && component < threshold)) {
            throw new IllegalArgumentException(
                    measure + ": a hint goes with what sends a picture back, and only with it");
        }
    }

    /** Whether this measure sends the picture back. What cannot be assessed does not. */
    public boolean sentBack() {
        return hint.isPresent();
    }
}
