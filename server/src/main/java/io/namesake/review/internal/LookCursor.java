package io.namesake.review.internal;

import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Where a page of looks ended. The next one begins after it, whatever was added meanwhile.
 *
 * @param at when the last look of the page was allowed, in microseconds
 * @param id of that look, since two may be allowed in one moment
 */
record LookCursor(Instant at, UUID id) {
    private static final Pattern FORM = Pattern.compile(
            "([0-9]{1,12})\\.([0-9]{6})_([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})");

    static LookCursor after(PastLooks.Look look) {
        return new LookCursor(look.at(), look.id());
    }

    String text() {
        return "%d.%06d_%s".formatted(at.getEpochSecond(), at.getNano() / 1000, id);
    }

    /** @throws Problem {@code request-invalid} for what no page ever said */
    static LookCursor read(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw unknown();
        }
        try {
            return new LookCursor(
                    Instant.ofEpochSecond(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)) * 1000),
                    UUID.fromString(parts.group(3)));
        } catch (DateTimeException e) {
            throw unknown();
        }
    }

    private static Problem unknown() {
        return new Problem(ProblemType.REQUEST_INVALID, "The cursor must be what the page before said.");
    }
}
