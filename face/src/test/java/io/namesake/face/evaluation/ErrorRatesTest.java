package io.namesake.face.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ErrorRatesTest {
    private final List<PairScore> scores = new ArrayList<>();

    @Test
    void rates_count_impostors_at_or_above_and_genuine_pairs_below() {
        genuine(5, 6, 7, 2);
        impostors(0, 1, 2, 3);
        ErrorRates rates = rates();
        assertThat(rates.falseMatchRate(2)).isEqualTo(0.5);
        assertThat(rates.falseNonMatchRate(2)).isEqualTo(0);
        assertThat(rates.falseNonMatchRate(2.5)).isEqualTo(0.25);
        assertThat(rates.equalErrorRate()).isEqualTo(0.25);
    }

    @Test
    void the_threshold_for_a_rate_is_the_lowest_that_keeps_it() {
        genuine(9);
        impostors(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        ScoredPairs impostors = rates().impostors();
        double threshold = impostors.thresholdFor(0.2);
        assertThat(impostors.shareFrom(threshold)).isEqualTo(0.2);
        assertThat(impostors.shareFrom(Math.nextDown((float) threshold))).isEqualTo(0.3);
        assertThat(impostors.shareFrom(impostors.thresholdFor(0.01))).isZero();
    }

    @Test
    void drawing_persons_anew_finds_the_spread_of_independent_pairs() {
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            genuine(random.nextGaussian() + 4);
            impostors(random.nextGaussian());
        }
        OperatingPoint point = bootstrap().operatingPoints(List.of(1e-2)).getFirst();
        // About 4.7 % of 2,000 genuine pairs lie below 2.33. Were all pairs independent, half the interval would be 1.9
        // %; drawing both
        // persons of an impostor pair anew makes it up to the square root of 3 times as wide.
        double half =
                (point.falseNonMatchRate().high() - point.falseNonMatchRate().low()) / 2;
        assertThat(point.falseNonMatchRate().value()).isBetween(0.03, 0.07);
        assertThat(half).isBetween(0.015, 0.045);
        assertThat(point.measuredFalseMatchRate().low()).isLessThan(0.01);
        assertThat(point.measuredFalseMatchRate().high()).isGreaterThan(0.01);
        assertThat(point.threshold())
                .isBetween(
                        point.thresholdLow().orElseThrow(),
                        point.thresholdHigh().orElseThrow());
        assertThat(point.supported()).isTrue();
    }

    @Test
    void a_round_that_draws_no_pair_of_different_persons_says_nothing_of_their_rate() {
        for (int i = 0; i < 30; i++) {
            genuine(5);
        }
        // Everybody is compared with one person, whom more than a third of the rounds do not draw.
        for (int i = 0; i < 12; i++) {
            pair("hub", "p" + i, 2, false);
        }
        Bootstrap bootstrap = bootstrap();

        assertThat(bootstrap.intervals().roundsLeftOut()).isBetween(300, 450);
        Rate falseMatchRate = bootstrap.at(1e-2, 1).falseMatchRate();
        assertThat(falseMatchRate.value()).isEqualTo(1);
        assertThat(falseMatchRate.low()).isEqualTo(1);
        assertThat(rates().impostors().persons()).isEqualTo(13);
    }

    @Test
    void a_round_that_draws_no_pair_of_one_person_is_left_out_as_well() {
        genuine(5);
        for (int i = 0; i < 60; i++) {
            impostors(0);
        }

        // One person of many is not drawn by more than a third of the rounds.
        assertThat(bootstrap().intervals().roundsLeftOut()).isBetween(300, 450);
    }

    @Test
    void without_a_pair_there_is_no_threshold_and_no_rate() {
        genuine(5);
        impostors(1, 2, 3);
        int[] nobody = new int[persons(index()).count()];
        ScoredPairs impostors = rates().impostors();

        assertThatIllegalArgumentException().isThrownBy(() -> impostors.thresholdFor(0.01, nobody));
        assertThatIllegalArgumentException().isThrownBy(() -> impostors.shareFrom(2, nobody));
    }

    @Test
    void of_fewer_than_ten_persons_there_is_no_interval_instead_of_a_narrow_one() {
        circleOf(9);
        Bootstrap few = bootstrap();
        OperatingPoint point = few.operatingPoints(List.of(1e-2)).getFirst();

        assertThat(few.intervals().genuinePersons()).isEqualTo(9);
        assertThat(few.intervals().impostorPersons()).isEqualTo(9);
        assertThat(point.thresholdLow()).isEmpty();
        assertThat(point.thresholdHigh()).isEmpty();
        assertThat(point.measuredFalseMatchRate().hasInterval()).isFalse();
        assertThat(point.falseNonMatchRate().hasInterval()).isFalse();
        assertThat(few.at(1e-2, 2).falseMatchRate()).isEqualTo(new Rate(0, 0, 1));
        assertThat(few.at(1e-2, 2).falseNonMatchRate()).isEqualTo(new Rate(0, 0, 1));
        assertThat(few.band()).isEmpty();
    }

    @Test
    void of_ten_persons_there_is_one() {
        circleOf(10);
        OperatingPoint point = bootstrap().operatingPoints(List.of(1e-2)).getFirst();

        assertThat(point.thresholdLow()).isPresent();
        assertThat(point.measuredFalseMatchRate().hasInterval()).isTrue();
        assertThat(point.falseNonMatchRate().hasInterval()).isTrue();
    }

    /** So many persons, each with two pictures and compared with the next one. */
    private void circleOf(int persons) {
        for (int i = 0; i < persons; i++) {
            pair("p" + i, "p" + i, 5, true);
            pair("p" + i, "p" + (i + 1) % persons, 1, false);
        }
    }

    @Test
    void a_threshold_from_elsewhere_has_both_errors_with_their_doubt() {
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            genuine(random.nextGaussian() + 4);
            impostors(random.nextGaussian());
        }
        CalibratedRates rates = bootstrap().at(1e-2, 2);
        // Of a normal variable, 2.28 % lie above two deviations, and as many below two less than the mean of four.
        for (Rate rate : List.of(rates.falseMatchRate(), rates.falseNonMatchRate())) {
            assertThat(rate.value()).isCloseTo(0.0228, within(0.01));
            assertThat(rate.low()).isLessThan(rate.value());
            assertThat(rate.high()).isGreaterThan(rate.value());
        }
    }

    @Test
    void the_band_holds_the_curve() {
        Random random = new Random(7);
        for (int i = 0; i < 1000; i++) {
            genuine(random.nextGaussian() + 3);
            impostors(random.nextGaussian());
        }
        ErrorRates rates = rates();
        assertThat(bootstrap().band()).hasSizeGreaterThan(5).allSatisfy(at -> {
            double threshold = rates.impostors().thresholdFor(at.falseMatchRate());
            assertThat(rates.falseNonMatchRate(threshold)).isBetween(at.low(), at.high());
        });
    }

    @Test
    void a_histogram_counts_every_pair() {
        genuine(-0.1, 0.1, 0.2, 3.9);
        ScoreHistogram histogram =
                ScoredPairs.labelled(scores, true, index(), persons(index())).histogram();
        assertThat(histogram.from()).isCloseTo(-0.25, within(1e-9));
        assertThat(histogram.width()).isCloseTo(0.25, within(1e-9));
        assertThat(histogram.counts()).startsWith(1L, 2L).endsWith(1L).hasSize(17);
    }

    @Test
    void no_error_in_few_pairs_proves_little() {
        for (int i = 0; i < 100; i++) {
            genuine(10 + i);
            impostors(-i / 10.0);
        }
        OperatingPoint point = bootstrap().operatingPoints(List.of(1e-4)).getFirst();
        assertThat(point.falseNonMatchRate().value()).isZero();
        // Clopper-Pearson, two-sided 95 %, for 0 of 100.
        assertThat(point.falseNonMatchRate().high()).isCloseTo(0.0362, within(0.0001));
        assertThat(point.supported()).isFalse();
    }

    @Test
    void many_pictures_of_the_same_persons_prove_no_more_about_others() {
        for (int copy = 0; copy < 100; copy++) {
            circleOf(10);
        }
        Bootstrap bootstrap = bootstrap();
        CalibratedRates rates = bootstrap.at(1e-2, 100);

        assertThat(rates().impostors().total()).isEqualTo(1000);
        assertThat(bootstrap.intervals().personPairs()).isEqualTo(10);
        assertThat(bootstrap.operatingPoints(List.of(1e-2)).getFirst().supported())
                .isFalse();
        // Clopper-Pearson, two-sided 95 %, for 0 of 10 pairs of persons.
        assertThat(rates.falseMatchRate().high()).isCloseTo(0.3085, within(0.0001));
    }

    @Test
    void where_only_the_most_alike_pairs_are_held_the_doubt_about_lower_thresholds_is_not_told() {
        for (int i = 0; i < 20; i++) {
            genuine(9);
            impostors(i);
        }
        ScoredPairs held = rates().impostors();
        HeldPairs most = new HeldPairs(10);
        for (int i = 0; i < 10; i++) {
            most.add(19 - i, 2 * i, 2 * i + 1);
        }
        Histogram histogram = new Histogram();
        for (int i = 0; i < 20; i++) {
            histogram.add(i);
        }
        int[] everybodyOnce = new int[persons(index()).count()];
        Arrays.fill(everybodyOnce, 1);
        ErrorRates rates = new ErrorRates(
                rates().genuine(), new ScoredPairs(held.total(), most.sorted(), histogram, everybodyOnce, null));
        Bootstrap bootstrap = new Bootstrap(rates, persons(index()), 1, () -> {});

        assertThat(bootstrap.at(0.5, 12).falseMatchRate().hasInterval()).isTrue();
        assertThat(bootstrap.at(0.5, 5).falseMatchRate().value()).isCloseTo(0.75, within(0.01));
        assertThat(bootstrap.at(0.5, 5).falseMatchRate().hasInterval()).isFalse();
    }

    @Test
    void pairs_of_persons_are_counted_once_in_either_direction() {
        assertThat(Persons.pairsOfPersons(new int[] {3, 1, 0, 2}, null)).isEqualTo(3);
        assertThat(Persons.pairsOfPersons(new int[] {1, 1, 0, 2}, new int[] {4, 1, 1, 0}))
                .isEqualTo(6);
    }

    @Test
    void cross_validated_accuracy_knows_right_from_wrong() {
        for (int i = 0; i < 100; i++) {
            genuine(i % 10 == 0 ? -3 : 5 + i / 100.0);
            impostors(i / 100.0);
        }
        CrossValidation accuracy = CrossValidation.of(scores);
        assertThat(accuracy.mean()).isCloseTo(0.95, within(1e-9));
        assertThat(accuracy.deviation()).isCloseTo(0, within(1e-9));
    }

    @Test
    void wilsons_interval_is_as_published() {
        // E. B. Wilson's interval for 10 of 100.
        Rate rate = Rate.wilson(10, 100);
        assertThat(rate.low()).isCloseTo(0.0552, within(0.0001));
        assertThat(rate.high()).isCloseTo(0.1744, within(0.0001));
    }

    @Test
    void the_curve_falls_in_one_error_while_it_rises_in_the_other() {
        genuine(3, 5, 6, 7);
        impostors(0, 1, 2, 4);
        List<DetPoint> curve = rates().detCurve();
        for (int i = 1; i < curve.size(); i++) {
            assertThat(curve.get(i).falseMatchRate())
                    .isLessThanOrEqualTo(curve.get(i - 1).falseMatchRate());
            assertThat(curve.get(i).falseNonMatchRate())
                    .isGreaterThanOrEqualTo(curve.get(i - 1).falseNonMatchRate());
        }
        assertThat(curve.getFirst().falseMatchRate()).isEqualTo(1);
        assertThat(curve.getLast().falseNonMatchRate()).isEqualTo(1);
    }

    private void genuine(double... similarities) {
        add(true, similarities);
    }

    private void impostors(double... similarities) {
        add(false, similarities);
    }

    /** Every pair has persons of its own. */
    private void add(boolean samePerson, double... similarities) {
        for (double similarity : similarities) {
            int number = scores.size();
            String other = samePerson ? "p" + number : "q" + number;
            pair("p" + number, other, similarity, samePerson);
        }
    }

    private void pair(String personA, String personB, double similarity, boolean samePerson) {
        LabelledPair pair = new LabelledPair(personA + "/1", personB + "/2", samePerson);
        scores.add(new PairScore(pair, OptionalDouble.of(similarity), List.of(), Optional.empty()));
    }

    private ErrorRates rates() {
        Map<String, Integer> index = index();
        Persons persons = persons(index);
        return new ErrorRates(
                ScoredPairs.labelled(scores, true, index, persons),
                ScoredPairs.labelled(scores, false, index, persons));
    }

    private Bootstrap bootstrap() {
        return new Bootstrap(rates(), persons(index()), 1, () -> {});
    }

    private Map<String, Integer> index() {
        Map<String, Integer> index = new LinkedHashMap<>();
        for (PairScore score : scores) {
            index.putIfAbsent(score.pair().imageA(), index.size());
            index.putIfAbsent(score.pair().imageB(), index.size());
        }
        return index;
    }

    private static Persons persons(Map<String, Integer> index) {
        return Persons.of(List.copyOf(index.keySet()), EvaluationOptions::folderOf);
    }
}
