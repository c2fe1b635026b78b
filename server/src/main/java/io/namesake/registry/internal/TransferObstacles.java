package io.namesake.registry.internal;

import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.registry.Line;
import io.namesake.registry.LineLimitReached;
import io.namesake.registry.LineStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** What stands in the way of a transfer, said in a sentence. */
@Component
@EnableConfigurationProperties(TransferSettings.class)
class TransferObstacles {
    /** Two machines' clocks may differ by so much. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    private final LinesPerPerson rules;
    private final TransferSettings settings;
    private final Clock clock;

    TransferObstacles(LinesPerPerson rules, TransferSettings settings, Clock clock) {
        this.rules = rules;
        this.settings = settings;
        this.clock = clock;
    }

    /** Nothing moves unless whoever takes the step was verified shortly before. */
    void requireFresh(Instant verifiedAt) {
        var now = clock.instant();
        if (verifiedAt.isBefore(now.minus(settings.verifiedWithin())) || verifiedAt.isAfter(now.plus(CLOCKS_DIFFER))) {
            throw new Problem(ProblemType.VERIFICATION_TOO_OLD);
        }
    }

    /** A line goes to somebody else only while nothing about it is unclear. */
    static void requireClear(Line line) {
        if (!line.limits().isEmpty() || line.status() == LineStatus.LIMITED) {
            throw notPossible("The line is limited until a case about it is settled.");
        }
        if (line.status() != LineStatus.ACTIVE) {
            throw notPossible("Nobody was verified for this line yet.");
        }
    }

    /** As many lines as the rules allow, those that are on their way counted. */
    void requireRoom(UUID receiver, Line line) {
        if (rules.countWithComing(receiver, line.identifier()).full()) {
            throw new Problem(ProblemType.LINE_LIMIT_REACHED, new LineLimitReached().getMessage() + ".");
        }
    }

    static Problem notPossible(String sentence) {
        return new Problem(ProblemType.TRANSFER_NOT_POSSIBLE, sentence);
    }
}
