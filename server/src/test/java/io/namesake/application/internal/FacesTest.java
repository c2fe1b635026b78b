package io.namesake.application.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.namesake.face.Assessment;
import io.namesake.face.Hint;
import io.namesake.face.Role;
import io.namesake.face.UnusableReason;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FacesTest {
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final FacePool pool = new FacePool(1, 1, metrics);
    private final ScriptedFaces engine = new ScriptedFaces();
    private final Faces faces = new Faces(engine, pool, metrics);

    @AfterEach
    void stop() {
        pool.close();
    }

    @Test
    void what_people_are_told_is_counted_by_the_same_code_that_they_see() {
        faces.assess(new byte[1], Role.SELFIE);
        faces.assess(new byte[1], Role.SELFIE);
        engine.see(() -> new Assessment.Unusable(
                UnusableReason.NO_FACE, List.of(), Optional.empty(), List.of(Hint.NO_FACE_FOUND)));
        faces.assess(new byte[1], Role.DOCUMENT);

        assertThat(count("selfie", "come-closer")).isEqualTo(2);
        assertThat(count("document", "no-face-found")).isEqualTo(1);
    }

    @Test
    void nothing_is_compared_when_its_turn_comes_too_late() throws Exception {
        assertThatThrownBy(() -> faces.verify(new byte[1], new byte[1], () -> {
                    throw new NotDecidedAnyMore();
                }))
                .isInstanceOf(NotDecidedAnyMore.class);
        assertThat(engine.asked()).isZero();

        faces.verify(new byte[1], new byte[1], () -> {});
        assertThat(engine.asked()).isOne();
    }

    private double count(String picture, String hint) {
        return metrics.get("namesake.faces.hints")
                .tags("picture", picture, "hint", hint)
                .counter()
                .count();
    }
}
