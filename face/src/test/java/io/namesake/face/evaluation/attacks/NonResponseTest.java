package io.namesake.face.evaluation.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.face.Assessment;
import io.namesake.face.FaceOptions;
import io.namesake.face.FaceVerifier;
import io.namesake.face.Role;
import io.namesake.face.support.Encoded;
import io.namesake.face.support.Pictures;
import io.namesake.face.support.SampleFaces;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What no error rate can hold: presentations in which no usable face is found (APNRR, ISO/IEC 30107-3). */
class NonResponseTest {

    @Test
    void every_attack_is_judged_or_counted_as_one_without_a_usable_face_also_when_it_was_made_here()
            throws IOException {
        byte[] person = SampleFaces.bytes("d");
        byte[] nobody = Encoded.jpeg(Pictures.gradient(640, 480));
        AttackSet living = new AttackSet("samples", true, List.of("d/d.jpg"), name -> person);
        AttackSet prints = new AttackSet("prints", false, List.of("e/1.jpg", "e/2.jpg"), name -> nobody);
        // Just enough for the person's own picture, so that what an attack does to it may be too much.
        FaceOptions options = FaceOptions.builder()
                .minEyeDistance(Role.DOCUMENT, eyeDistance(person))
                .build();
        List<MadeAttack> made = List.of(MadeAttack.values());

        AttackFindings findings =
                new AttackEvaluation(options, 1, 1).run(List.of(living, prints), made, 1, (phase, done, all) -> {});

        assertThat(findings.unusable()).containsEntry("samples", 0).containsEntry("prints", 2);
        assertThat(made).extracting(attack -> unusable(findings, attack)).containsOnly(0, 1);
        for (MadeAttack attack : made) {
            assertThat(judged(findings, attack) + unusable(findings, attack))
                    .as(attack.species())
                    .isEqualTo(1);
        }
    }

    private static int unusable(AttackFindings findings, MadeAttack attack) {
        return findings.unusable().get(attack.species());
    }

    private static int judged(AttackFindings findings, MadeAttack attack) {
        return (int) findings.trials().stream()
                .filter(trial -> trial.group().equals(attack.species()))
                .count();
    }

    private static double eyeDistance(byte[] picture) {
        try (FaceVerifier verifier = FaceVerifier.open()) {
            return ((Assessment.Usable) verifier.assess(picture, Role.DOCUMENT))
                    .face()
                    .eyeDistancePixels();
        }
    }
}
