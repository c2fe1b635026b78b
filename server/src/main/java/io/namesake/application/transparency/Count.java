package io.namesake.application.transparency;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A count that can be published.
 *
 * @param value null when it is not shown
 * @param shown what to print: the number, {@code <5} for a small one, {@code withheld} for one that would give a small one away
 */
@Schema(name = "PublishedCount")
record Count(@Nullable Long value, @Schema(example = "<5") String shown) {

    static Count of(long count, Disclosure.Fate fate) {
        return switch (fate) {
            case SHOWN -> new Count(count, String.valueOf(count));
            case SMALL -> new Count(null, "<" + Disclosure.LEAST);
            case WITHHELD -> new Count(null, "withheld");
        };
    }

    /** One that stands in no sum. */
    static Count alone(long count) {
        return of(count, Disclosure.ofParts(count).getFirst());
    }

    static Count withheld() {
        return of(0, Disclosure.Fate.WITHHELD);
    }
}
