package io.namesake.authority;

import java.time.Duration;
import java.util.Set;

/** What an authority says. It never hands out what its register holds, only whether that agrees. */
public sealed interface AuthorityAnswer {

    /** The document is known, valid, and this person's. */
    record Match() implements AuthorityAnswer {}

    /**
     * The register says something else.
     *
     * @param differs what, at least one; only the names of it
     */
    record Mismatch(Set<Attribute> differs) implements AuthorityAnswer {
        public Mismatch {
            differs = Set.copyOf(differs);
            if (differs.isEmpty()) {
                throw new IllegalArgumentException("a mismatch is about something");
            }
        }
    }

    /** The register does not know the document, or has too little of it to say. */
    record Unknown() implements AuthorityAnswer {}

    /**
     * There is no answer now.
     *
     * @param why the kind of failure
     * @param retryAfter when it makes sense to ask again; zero when nothing is known of that
     */
    record Unavailable(Cause why, Duration retryAfter) implements AuthorityAnswer {

        /** Why there is no answer. */
        public enum Cause {
            /** It could not be reached. */
            CONNECTION,
            /** It did not answer in time. */
            TIMEOUT,
            /** It says that it cannot answer now. */
            BUSY,
            /** It does not let us ask: a key, a licence or the agreement. Somebody has to look. */
            NOT_ALLOWED,
            /** What came is no answer, too large, or not signed as it should be. */
            BROKEN,
            /** It failed so often that it is left alone for a while. */
            LEFT_ALONE
        }

        public static Unavailable because(Cause why) {
            return new Unavailable(why, Duration.ZERO);
        }
    }

    /** The kind of answer alone, for logs and metrics. */
    default String kind() {
        return switch (this) {
            case Match _ -> "MATCH";
            case Mismatch _ -> "MISMATCH";
            case Unknown _ -> "UNKNOWN";
            case Unavailable _ -> "UNAVAILABLE";
        };
    }
}
