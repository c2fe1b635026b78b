package io.namesake.application.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.application.internal.CaptureFacts.Camera;
import io.namesake.application.internal.CaptureFacts.FrameFacts;
import io.namesake.face.challenge.Movement;
import io.namesake.face.challenge.ShownMovement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InjectionTest {
    private static final Duration WAITED = Duration.ofSeconds(5);
    private static final Camera CAMERA = new Camera("FaceTime HD Camera", 1280, 720, 30.0);

    @Test
    void frames_of_a_camera_show_no_sign() {
        assertThat(Injection.inFrames(images(), facts(250, CAMERA), WAITED)).isEmpty();
    }

    @Test
    void times_that_stand_still_or_run_backwards_or_longer_than_the_server_waited_are_impossible() {
        assertThat(Injection.inFrames(images(), facts(0, CAMERA), WAITED)).containsOnly(CaptureSign.TIMING_IMPOSSIBLE);
        assertThat(Injection.inFrames(images(), facts(-250, CAMERA), WAITED))
                .containsOnly(CaptureSign.TIMING_IMPOSSIBLE);
        assertThat(Injection.inFrames(images(), facts(250, CAMERA), Duration.ZERO))
                .containsOnly(CaptureSign.TIMING_IMPOSSIBLE);
        assertThat(Injection.inFrames(images(), facts(40, CAMERA), WAITED))
                .as("all prompts within half a second")
                .containsOnly(CaptureSign.TIMING_IMPOSSIBLE);
    }

    @Test
    void a_stalled_camera_is_forgiven_and_a_loop_is_not() {
        var stalled = images();
        stalled.set(5, stalled.get(4));
        assertThat(Injection.inFrames(stalled, facts(250, CAMERA), WAITED)).isEmpty();
        var looped = images();
        looped.set(7, looped.get(4));
        assertThat(Injection.inFrames(looped, facts(250, CAMERA), WAITED)).containsOnly(CaptureSign.FRAMES_IDENTICAL);
        var frozen = images();
        IntStream.range(1, 6).forEach(i -> frozen.set(i, frozen.getFirst()));
        assertThat(Injection.inFrames(frozen, facts(250, CAMERA), WAITED)).containsOnly(CaptureSign.FRAMES_IDENTICAL);
    }

    @Test
    void a_camera_of_a_program_or_without_a_name_is_a_sign_and_no_doubt() {
        for (var label : List.of("OBS Virtual Camera", "ManyCam Video Source", "Dummy video device (0x0000)")) {
            var camera = new Camera(label, 1280, 720, 30.0);
            assertThat(Injection.inFrames(images(), facts(250, camera), WAITED))
                    .containsOnly(CaptureSign.CAMERA_VIRTUAL)
                    .noneMatch(CaptureSign::isDoubt);
        }
        assertThat(Injection.inFrames(images(), facts(250, null), WAITED))
                .containsOnly(CaptureSign.CAMERA_UNNAMED)
                .noneMatch(CaptureSign::isDoubt);
    }

    @Test
    void one_movement_sooner_than_a_person_reacts_may_be_chance_and_two_are_not() {
        var facts = facts(250, CAMERA);
        assertThat(Injection.inReactions(shownIn(4, 7), facts)).isEmpty();
        assertThat(Injection.inReactions(shownIn(3, 7), facts)).containsOnly(CaptureSign.REACTION_FAST);
        assertThat(Injection.inReactions(shownIn(3, 6), facts)).containsOnly(CaptureSign.REACTION_IMPOSSIBLE);
    }

    private static List<ShownMovement> shownIn(int first, int second) {
        return List.of(
                new ShownMovement(Movement.TURN_LEFT, ShownMovement.Finding.SHOWN, OptionalInt.of(first)),
                new ShownMovement(Movement.LOOK_UP, ShownMovement.Finding.SHOWN, OptionalInt.of(second)));
    }

    private static List<byte[]> images() {
        var images = new ArrayList<byte[]>();
        IntStream.range(0, 12).forEach(i -> images.add(new byte[] {1, 2, (byte) i}));
        return images;
    }

    private static CaptureFacts facts(int millis, Camera camera) {
        return new CaptureFacts(
                IntStream.range(0, 12)
                        .mapToObj(i -> new FrameFacts(1_000 + (long) millis * i, i / 3))
                        .toList(),
                camera);
    }
}
