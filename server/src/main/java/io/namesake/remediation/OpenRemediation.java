package io.namesake.remediation;

import io.namesake.registry.Limit;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A case under way, as the holder's own view shows it. It says nothing of who caused it.
 *
 * @param id the case
 * @param lineId which line
 * @param doubt what is doubted
 * @param phase where the case stands
 * @param limits what it limits on the line now
 * @param nextStepAt when the next step follows by itself; empty while the clock does not run or a person has to decide
 * @param openedAt since when there is a doubt
 */
public record OpenRemediation(
        UUID id,
        UUID lineId,
        Doubt doubt,
        Phase phase,
        Set<Limit> limits,
        Optional<Instant> nextStepAt,
        Instant openedAt) {

    public OpenRemediation {
        limits = Set.copyOf(limits);
    }
}
