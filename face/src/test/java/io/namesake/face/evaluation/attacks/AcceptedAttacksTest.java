package io.namesake.face.evaluation.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.namesake.face.FaceOptions;
import io.namesake.face.support.SampleFaces;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Attacks that are not suspected and match whom they show (IAPAR, ISO/IEC 30107-3). */
class AcceptedAttacksTest {

    @Test
    void an_attack_is_accepted_that_matches_and_is_not_suspected() {
        List<AttackTrial> trials = new ArrayList<>(DrawnTrials.ofOnePerson());
        trials.add(compared("a", 9, true));
        trials.add(compared("a", 9, false));
        trials.add(compared("a", -9, true));
        trials.add(compared("b", 9, false));
        AttackReport.Point own = new AttackFindings("models", "network", 0.5, Optional.empty(), Map.of(), trials)
                .networkAlone()
                .points()
                .getFirst();
        assertThat(own.accepted())
                .as("none of what was not compared")
                .extracting(AttackReport.Row::name, AttackReport.Row::errors, AttackReport.Row::presentations)
                .containsExactly(tuple("a", 1L, 3L), tuple("b", 0L, 1L));
        assertThat(own.attacks())
                .extracting(AttackReport.Row::name, AttackReport.Row::errors)
                .contains(tuple("a", 2L), tuple("b", 1L));
    }

    @Test
    void a_real_attack_is_compared_with_the_living_person_of_its_name_and_a_made_one_with_the_picture_it_was_made_of()
            throws IOException {
        Map<String, String> pictures = Map.of("a/1.jpg", "a-selfie", "b/1.jpg", "b", "x/1.jpg", "c");
        AttackSet living = new AttackSet(
                "samples", true, List.of("a/1.jpg", "b/1.jpg"), name -> SampleFaces.bytes(pictures.get(name)));
        AttackSet attacks = new AttackSet(
                "photos",
                false,
                List.of("a/1.jpg", "b/1.jpg", "x/1.jpg"),
                name -> SampleFaces.bytes(name.startsWith("b") ? "d" : "a-document"));

        List<AttackTrial> trials = new AttackEvaluation(FaceOptions.defaults(), 1, 1)
                .run(
                        List.of(living, attacks),
                        List.of(MadeAttack.REPLAY_FINE, MadeAttack.CUT_OUT),
                        2,
                        (phase, done, all) -> {})
                .trials();

        assertThat(trials.stream().filter(trial -> trial.group().equals("photos")))
                .extracting(AttackTrial::person, AttackTrial::matches)
                .containsExactly(
                        tuple("a", Optional.of(true)), tuple("b", Optional.of(false)), tuple("x", Optional.empty()));
        assertThat(trials.stream().filter(trial -> trial.group().equals("made-replay-fine")))
                .extracting(AttackTrial::matches)
                .containsExactly(Optional.of(true), Optional.of(true));
        assertThat(trials.stream().filter(trial -> trial.group().equals("made-cut-out")))
                .as("whoever wears their own face is no impostor")
                .extracting(AttackTrial::matches)
                .containsExactly(Optional.empty(), Optional.empty());
        assertThat(trials.stream().filter(trial -> trial.group().equals("made-cut-out-on-another")))
                .extracting(AttackTrial::person, AttackTrial::wearer)
                .containsExactly(tuple("a", Optional.of("b")), tuple("b", Optional.of("a")));
        assertThat(trials.stream().filter(trial -> trial.live()))
                .extracting(AttackTrial::matches)
                .containsOnly(Optional.empty());
    }

    @Test
    void a_curve_is_drawn_of_what_is_worn_by_the_person_shown_and_a_row_of_what_another_wears() {
        List<AttackTrial> trials = new ArrayList<>(DrawnTrials.ofOnePerson());
        AttackTrial drawn = compared("worn", 9, true);
        trials.add(drawn);
        trials.add(drawn.wornBy("another"));
        AttackReport report =
                new AttackFindings("models", "network", 0.5, Optional.empty(), Map.of(), trials).networkAlone();
        assertThat(report.curves())
                .extracting(AttackReport.Curve::species)
                .contains("worn")
                .doesNotContain("worn-on-another");
        assertThat(report.points().getFirst().attacks())
                .extracting(AttackReport.Row::name)
                .contains("worn", "worn-on-another");
    }

    private static AttackTrial compared(String species, double network, boolean matches) {
        AttackTrial drawn = DrawnTrials.trial(new Random(1), Optional.of(species), network);
        return drawn.measured(Optional.of(matches), drawn.measures());
    }
}
