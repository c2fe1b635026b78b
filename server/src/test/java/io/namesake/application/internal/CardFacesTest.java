package io.namesake.application.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.document.print.FaceArea;
import io.namesake.face.Assessment;
import io.namesake.face.FaceBox;
import io.namesake.face.UnusableReason;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where the portrait on a card is cut out. */
class CardFacesTest {
    private final ScriptedFaces engine = new ScriptedFaces();
    private final CardFaces faces = new CardFaces(engine);

    @Test
    void the_one_face_says_where() {
        assertThat(faces.find(new byte[0])).contains(new FaceArea(0.3, 0.2, 0.4, 0.6));
    }

    @Test
    void of_several_faces_the_largest_is_the_portrait_and_the_others_repeat_it() {
        engine.see(() -> new Assessment.Unusable(
                UnusableReason.SEVERAL_FACES,
                List.of(new FaceBox(0.1, 0.1, 0.2, 0.3, 0.9), new FaceBox(0.7, 0.5, 0.15, 0.25, 0.9)),
                Optional.empty(),
                List.of()));
        assertThat(faces.find(new byte[0])).contains(new FaceArea(0.1, 0.1, 0.2, 0.3));
    }

    @Test
    void without_a_face_there_is_no_place() {
        engine.see(() -> new Assessment.Unusable(UnusableReason.NO_FACE, List.of(), Optional.empty(), List.of()));
        assertThat(faces.find(new byte[0])).isEmpty();
    }
}
