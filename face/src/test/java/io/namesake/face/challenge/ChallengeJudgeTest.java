package io.namesake.face.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.face.FaceVerifier;
import io.namesake.face.challenge.ShownMovement.Finding;
import io.namesake.face.puppet.Attitude;
import io.namesake.face.puppet.Puppet;
import io.namesake.face.puppet.PuppetShow;
import io.namesake.face.puppet.PuppetShow.Performer;
import io.namesake.face.puppet.Puppets;
import io.namesake.face.puppet.Surface;
import io.namesake.face.support.Distortions;
import io.namesake.face.support.SampleFaces;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ChallengeJudgeTest {
    private static final Challenge LEFT_UP_CLOSER =
            new Challenge(List.of(Movement.TURN_LEFT, Movement.LOOK_UP, Movement.COME_CLOSER));
    private static final Challenge LEFT_MOUTH_UP =
            new Challenge(List.of(Movement.TURN_LEFT, Movement.OPEN_MOUTH, Movement.LOOK_UP));
    private static final Challenge RIGHT_BLINK = new Challenge(List.of(Movement.TURN_RIGHT, Movement.BLINK));

    /** So much that a face is found and little of it can be told. */
    private static final int BLUR = 19;

    /** So much that nothing of it can be told. */
    private static final int HEAVY_BLUR = 21;

    private static FaceVerifier verifier;
    private static Puppet somebody;
    private static Puppet somebodyElse;
    private final PuppetShow show = new PuppetShow(5);

    @BeforeAll
    static void open() {
        verifier = FaceVerifier.open();
        try (Puppets puppets = new Puppets()) {
            somebody = puppets.of(SampleFaces.bytes("a-selfie")).orElseThrow();
            somebodyElse = puppets.of(SampleFaces.bytes("c")).orElseThrow();
        }
    }

    @AfterAll
    static void close() {
        verifier.close();
    }

    @Test
    void a_head_that_shows_what_was_asked_for_passes() {
        for (Challenge challenge : List.of(LEFT_UP_CLOSER, LEFT_MOUTH_UP, RIGHT_BLINK)) {
            ChallengeResult result = verifier.judge(show.record(challenge, PuppetShow.head(somebody)));
            assertThat(result.movements()).allMatch(shown -> shown.finding() == Finding.SHOWN);
            assertThat(result.flaws()).isEmpty();
            assertThat(result.passed()).isTrue();
            assertThat(result.neutral().getAsInt()).isLessThan(3);
        }
    }

    @Test
    void left_is_the_persons_own_left_as_a_mirrored_picture_shows() {
        Performer mirrored =
                (movement, share) -> mirror(PuppetShow.head(somebody).at(movement, share));
        Challenge left = new Challenge(List.of(Movement.TURN_LEFT, Movement.LOOK_UP));
        assertThat(findings(verifier.judge(show.record(left, mirrored))))
                .containsExactly(Finding.NOT_SHOWN, Finding.SHOWN);
        Challenge right = new Challenge(List.of(Movement.TURN_RIGHT, Movement.LOOK_UP));
        ChallengeRecording turnedLeft =
                show.record(right, List.of(Movement.TURN_LEFT, Movement.LOOK_UP), mirrored, mirrored);
        assertThat(findings(verifier.judge(turnedLeft))).containsExactly(Finding.SHOWN, Finding.SHOWN);
    }

    @Test
    void movements_in_another_order_do_not_pass() {
        List<Movement> other = new ArrayList<>(LEFT_UP_CLOSER.movements());
        Collections.reverse(other);
        Performer head = PuppetShow.head(somebody);
        ChallengeResult result = verifier.judge(show.record(LEFT_UP_CLOSER, other, head, head));
        assertThat(result.passed()).isFalse();
        assertThat(findings(result).getFirst()).isEqualTo(Finding.NOT_SHOWN);
    }

    @Test
    void a_film_that_shows_all_movements_over_and_over_is_no_answer_and_no_contradiction() {
        for (Challenge challenge : List.of(LEFT_UP_CLOSER, RIGHT_BLINK)) {
            ChallengeResult result =
                    verifier.judge(show.loop(challenge, List.of(Movement.values()), PuppetShow.head(somebody)));
            assertThat(result.flaws()).containsExactly(ChallengeFlaw.OTHER_SHOWN);
            assertThat(result.passed()).isFalse();
        }
    }

    @Test
    void a_face_that_does_not_move_shows_nothing() {
        Performer still = (movement, share) -> somebody.show(Surface.HEAD, Attitude.NEUTRAL.shifted(2 * share, share));
        ChallengeResult result = verifier.judge(show.record(LEFT_UP_CLOSER, still));
        assertThat(findings(result)).containsOnly(Finding.NOT_SHOWN);
        assertThat(result.isContradicted()).isFalse();
    }

    @Test
    void a_photo_that_is_tilted_before_the_camera_does_not_pass_and_is_seen_to_be_flat() {
        for (double degrees : List.of(30.0, 45.0, 55.0)) {
            ChallengeResult result =
                    verifier.judge(show.record(LEFT_UP_CLOSER, PuppetShow.tilted(somebody, Surface.PLANE, degrees)));
            assertThat(result.passed()).as("%s degrees", degrees).isFalse();
            assertThat(findings(result).getFirst()).isEqualTo(Finding.NOT_SHOWN);
        }
        Challenge turns = new Challenge(List.of(Movement.TURN_LEFT, Movement.TURN_RIGHT));
        ChallengeResult tilted = verifier.judge(show.record(turns, PuppetShow.tilted(somebody, Surface.PLANE, 50)));
        assertThat(tilted.flaws()).contains(ChallengeFlaw.FLAT_MOTION);
    }

    @Test
    void a_print_that_is_worn_turns_as_its_wearer_does_but_cannot_open_its_mouth() {
        ChallengeResult result =
                verifier.judge(show.record(LEFT_MOUTH_UP, PuppetShow.worn(somebody, Surface.HEAD, 22)));
        assertThat(findings(result)).containsExactly(Finding.SHOWN, Finding.NOT_SHOWN, Finding.SHOWN);
        assertThat(result.passed()).isFalse();
        assertThat(result.isContradicted()).isFalse();
    }

    @Test
    void somebody_elses_movements_are_noticed() {
        ChallengeResult result = verifier.judge(show.record(
                LEFT_UP_CLOSER, LEFT_UP_CLOSER.movements(), PuppetShow.head(somebody), PuppetShow.head(somebodyElse)));
        assertThat(result.flaws()).contains(ChallengeFlaw.FACE_CHANGED);
        assertThat(result.passed()).isFalse();
        assertThat(result.isContradicted()).isTrue();
    }

    @Test
    void a_movement_counts_when_one_of_its_frames_shows_the_face_clearly_enough() {
        ChallengeResult result = verifier.judge(show.record(
                LEFT_UP_CLOSER, LEFT_UP_CLOSER.movements(), PuppetShow.head(somebody), (movement, share) -> {
                    BufferedImage moving = PuppetShow.head(somebody).at(movement, share);
                    return share < 1 ? Distortions.blurred(moving, BLUR) : moving;
                }));
        assertThat(result.passed()).isTrue();
    }

    @Test
    void nobody_is_said_to_be_another_in_frames_that_are_unclear() {
        ChallengeResult result = verifier.judge(show.record(
                LEFT_UP_CLOSER,
                LEFT_UP_CLOSER.movements(),
                PuppetShow.head(somebody),
                (movement, share) ->
                        Distortions.blurred(PuppetShow.head(somebodyElse).at(movement, share), HEAVY_BLUR)));
        assertThat(result.flaws()).contains(ChallengeFlaw.FACE_UNCERTAIN);
        assertThat(result.isContradicted()).isFalse();
        assertThat(result.passed()).isFalse();
    }

    @Test
    void one_picture_encoded_again_and_again_is_noticed() {
        List<ChallengeFrame> frames = new ArrayList<>();
        BufferedImage still = somebody.show(Surface.HEAD, Attitude.NEUTRAL);
        for (int i = 0; i < 9; i++) {
            frames.add(new ChallengeFrame(PuppetShow.jpeg(still, 0.95f - 0.05f * i), i / 3));
        }
        ChallengeResult result = verifier.judge(new ChallengeRecording(RIGHT_BLINK, frames));
        assertThat(result.flaws()).contains(ChallengeFlaw.FRAMES_REPEATED);
    }

    @Test
    void somebody_who_holds_almost_still_before_a_camera_without_noise_repeats_nothing() {
        List<ChallengeFrame> frames = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            Attitude breathing = Attitude.NEUTRAL.shifted(i % 2 * 0.3, i % 3 * 0.2);
            frames.add(new ChallengeFrame(PuppetShow.jpeg(somebody.show(Surface.HEAD, breathing)), i / 3));
        }
        ChallengeResult result = verifier.judge(new ChallengeRecording(RIGHT_BLINK, frames));
        assertThat(result.flaws()).doesNotContain(ChallengeFlaw.FRAMES_REPEATED);
    }

    @Test
    void a_movement_that_was_there_before_the_prompt_is_not_an_answer() {
        Performer head = PuppetShow.head(somebody);
        List<ChallengeFrame> frames = new ArrayList<>();
        for (double share : new double[] {0, 0.05, 1}) {
            frames.add(new ChallengeFrame(PuppetShow.jpeg(show.noisy(head.at(Movement.TURN_RIGHT, share))), 0));
        }
        for (int i = 0; i < 3; i++) {
            frames.add(new ChallengeFrame(PuppetShow.jpeg(show.noisy(head.at(Movement.TURN_RIGHT, 1))), 1));
        }
        ChallengeResult result = verifier.judge(new ChallengeRecording(RIGHT_BLINK, frames));
        assertThat(findings(result)).containsExactly(Finding.BEFORE_PROMPT, Finding.TOO_FEW_FRAMES);
    }

    @Test
    void whatever_the_bytes_are_the_answer_is_a_value() {
        List<ChallengeFrame> frames = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            frames.add(new ChallengeFrame(new byte[] {1, 2, 3}, i / 3));
        }
        ChallengeResult result = verifier.judge(new ChallengeRecording(RIGHT_BLINK, frames));
        assertThat(result.flaws()).contains(ChallengeFlaw.FRAME_UNREADABLE, ChallengeFlaw.NO_NEUTRAL_FRAME);
        assertThat(result.neutral()).isEmpty();
    }

    @Test
    void frames_of_two_sizes_or_larger_than_a_cameras_are_not_taken() {
        BufferedImage face = somebody.show(Surface.HEAD, Attitude.NEUTRAL);
        for (int[] size : new int[][] {{320, 427}, {3000, 4000}}) {
            BufferedImage other = new BufferedImage(size[0], size[1], BufferedImage.TYPE_INT_RGB);
            other.createGraphics().drawImage(face, 0, 0, size[0], size[1], null);
            List<ChallengeFrame> frames = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                frames.add(new ChallengeFrame(PuppetShow.jpeg(i == 3 ? other : show.noisy(face)), i / 3));
            }
            ChallengeResult result = verifier.judge(new ChallengeRecording(RIGHT_BLINK, frames));
            assertThat(result.flaws()).as("%s x %s", size[0], size[1]).contains(ChallengeFlaw.FRAME_UNREADABLE);
        }
    }

    private static List<Finding> findings(ChallengeResult result) {
        return result.movements().stream().map(ShownMovement::finding).toList();
    }

    private static BufferedImage mirror(BufferedImage image) {
        BufferedImage mirrored = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                mirrored.setRGB(image.getWidth() - 1 - x, y, image.getRGB(x, y));
            }
        }
        return mirrored;
    }
}
