package io.namesake.registry.internal;

import io.namesake.access.OperatorId;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.registry.Line;
import io.namesake.registry.LineIdentifier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the line that an operator wants to change, locked until the transaction ends. */
@Component
class LineChanges {
    /** The longest name of a line: 253 bytes (RFC 7542). */
    private static final int LONGEST = 253;

    private final LineTable lines;

    LineChanges(LineTable lines) {
        this.lines = lines;
    }

    /** @throws Problem {@code request-invalid}, {@code line-unknown} */
    Line lock(OperatorId operator, @Nullable String text) {
        return lines.lock(find(operator, text).id()).orElseThrow();
    }

    /** The same without the lock. */
    Line find(OperatorId operator, @Nullable String text) {
        if (text == null || text.isBlank() || text.length() > LONGEST) {
            throw new Problem(ProblemType.REQUEST_INVALID, "line is needed, with at most 253 characters.");
        }
        return LineIdentifier.normalised(text)
                .flatMap(identifier -> lines.find(operator, identifier))
                .orElseThrow(() -> new Problem(ProblemType.LINE_UNKNOWN));
    }

    /** @throws Problem {@code line-not-in-use} */
    static void requireInUse(Line line) {
        if (!line.status().isInUse()) {
            throw new Problem(ProblemType.LINE_NOT_IN_USE);
        }
    }

    /** @throws Problem {@code line-limited} */
    static void requireWithoutLimits(Line line) {
        if (!line.limits().isEmpty()) {
            throw new Problem(ProblemType.LINE_LIMITED);
        }
    }
}
