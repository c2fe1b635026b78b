package io.namesake.review.internal;

import static io.namesake.review.internal.Verdict.ATTENDED;
import static io.namesake.review.internal.Verdict.REFUSED;
import static io.namesake.review.internal.Verdict.VERIFIED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.namesake.review.internal.Agreement.Pair;
import io.namesake.review.internal.Agreement.Sample;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTest {

    /** The textbook's table: 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no; observed 0.7, by chance 0.5, kappa 0.4. */
    @Test
    void kappa_is_what_the_textbook_computes() {
        var pairs = new ArrayList<Pair>();
        pairs.addAll(Collections.nCopies(20, new Pair(VERIFIED, VERIFIED)));
        pairs.addAll(Collections.nCopies(5, new Pair(VERIFIED, REFUSED)));
        pairs.addAll(Collections.nCopies(10, new Pair(REFUSED, VERIFIED)));
        pairs.addAll(Collections.nCopies(15, new Pair(REFUSED, REFUSED)));
        var agreement = Agreement.of(pairs);
        assertThat(agreement.cases()).isEqualTo(50);
        assertThat(agreement.alike()).isEqualTo(35);
        assertThat(agreement.share().value()).isCloseTo(0.7, within(1e-9));
        assertThat(agreement.share().low()).isCloseTo(0.5625, within(5e-4));
        assertThat(agreement.share().high()).isCloseTo(0.8090, within(5e-4));
        assertThat(agreement.kappa().value()).isCloseTo(0.4, within(1e-9));
        assertThat(agreement.kappa().low()).isLessThan(0.4).isGreaterThan(0);
    }

    @Test
    void those_who_always_agree_on_different_things_have_a_kappa_of_one() {
        assertThat(Agreement.of(List.of(new Pair(VERIFIED, VERIFIED), new Pair(REFUSED, REFUSED)))
                        .kappa()
                        .value())
                .isEqualTo(1);
    }

    @Test
    void where_nothing_was_judged_or_chance_explains_all_there_is_no_kappa() {
        assertThat(Agreement.of(List.of()).share()).isNull();
        assertThat(Agreement.of(List.of(new Pair(VERIFIED, VERIFIED))).kappa()).isNull();
    }

    @Test
    void one_opinion_counts_against_the_truth_and_two_count_against_each_other() {
        var samples = List.of(new Sample(VERIFIED, List.of(VERIFIED)), new Sample(REFUSED, List.of(REFUSED, ATTENDED)));
        assertThat(Agreement.amongReviewers(samples).cases()).isEqualTo(1);
        assertThat(Agreement.amongReviewers(samples).alike()).isZero();
        assertThat(Agreement.withTruth(samples).cases()).isEqualTo(3);
        assertThat(Agreement.withTruth(samples).alike()).isEqualTo(2);
    }
}
