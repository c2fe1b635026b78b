package io.namesake.face;

import java.util.Objects;

/**
 * What one signal said about a selfie.
 *
 * @param signal what was looked at
 * @param value the signal's leading measure, see {@link AttackSignal}
 * @param measures how many measures of the signal were weighed; only where it is one does the contribution follow from the value alone
 * @param contribution what the signal as a whole adds to the log-odds of a living person: below 0 it speaks for an attack
 */
public record SignalValue(AttackSignal signal, double value, int measures, double contribution) {
    public SignalValue {
        Objects.requireNonNull(signal, "signal");
    }
}
