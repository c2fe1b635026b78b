package io.namesake.document.specimen.wallet;

import java.time.Duration;
import java.time.Instant;

/** When a credential was signed, and from when until when it is valid. */
public record SpecimenValidity(Instant signed, Instant from, Instant until) {
    private static final Duration BEFORE = Duration.ofDays(7);
    private static final Duration LIFE = Duration.ofDays(90);

    /** One that was signed a week ago and lives three months. */
    public static SpecimenValidity around(Instant now) {
        return new SpecimenValidity(now.minus(BEFORE), now.minus(BEFORE), now.plus(LIFE));
    }
}
