package io.namesake.application.transparency;

import io.namesake.decision.Outcome;
import io.namesake.decision.Reason;
import io.namesake.registry.Service;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;

/**
 * The bare figures of a month, which stay in here.
 *
 * @param decisions how many, by service and outcome
 * @param reasons how many decisions gave each reason
 * @param ended decisions that verified or refused
 * @param attended those of them after a check by a person had been asked for
 * @param overturned verified although refused before
 * @param neverFinished applications that nobody submitted
 * @param median time from the application to the decision that ended it; empty without any
 * @param slowest the 90th percentile of the same
 */
record MonthFigures(
        YearMonth month,
        Map<Service, Map<Outcome, Long>> decisions,
        Map<Reason, Long> reasons,
        long ended,
        long attended,
        long overturned,
        long neverFinished,
        Optional<Duration> median,
        Optional<Duration> slowest) {

    long of(Service service, Outcome outcome) {
        return decisions.getOrDefault(service, Map.of()).getOrDefault(outcome, 0L);
    }

    long of(Reason reason) {
        return reasons.getOrDefault(reason, 0L);
    }
}
