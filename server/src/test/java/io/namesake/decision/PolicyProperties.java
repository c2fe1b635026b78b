package io.namesake.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PolicyProperties {

    @Property(tries = 500)
    void whatever_the_checks_the_outcome_follows_from_the_worst_of_them(@ForAll("checks") List<Check> checks) {
        var decision = Policy.decide(checks);
        boolean anyFailed = checks.stream().anyMatch(check -> check.status() == Check.Status.FAILED);
        boolean allPassed = checks.stream()
                .allMatch(check -> check.status() == Check.Status.PASSED || check.status() == Check.Status.WAIVED);
        var expected = anyFailed ? Outcome.REFUSED : allPassed ? Outcome.VERIFIED : Outcome.REVIEW;
        assertThat(decision.outcome()).isEqualTo(expected);
        assertThat(decision.reasons()).allMatch(reason -> reason.outcome() == expected);
    }

    @Property(tries = 200)
    void the_order_of_the_checks_does_not_matter(@ForAll("checks") List<Check> checks) {
        var backwards = new ArrayList<>(checks);
        Collections.reverse(backwards);
        assertThat(Policy.decide(backwards)).isEqualTo(Policy.decide(checks));
    }

    @Provide
    Arbitrary<List<Check>> checks() {
        return Combinators.combine(Arrays.stream(CheckKind.values())
                        .map(PolicyProperties::anyCheck)
                        .toList())
                .as(List::copyOf);
    }

    private static Arbitrary<Check> anyCheck(CheckKind kind) {
        return Arbitraries.oneOf(
                Arbitraries.just(kind == CheckKind.CHALLENGE ? Check.waived(kind) : Check.passed(kind)),
                Arbitraries.just(Check.passed(kind)),
                anyReason(Outcome.REFUSED).map(reason -> Check.failed(kind, reason)),
                anyReason(Outcome.REVIEW).map(reason -> Check.inconclusive(kind, reason)),
                anyReason(Outcome.REVIEW).map(reason -> Check.impossible(kind, reason)));
    }

    private static Arbitrary<Reason> anyReason(Outcome outcome) {
        return Arbitraries.of(Reason.class).filter(reason -> reason.outcome() == outcome);
    }
}
