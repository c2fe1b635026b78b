package io.namesake.application.internal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.namesake.face.Assessment;
import io.namesake.face.Hint;
import io.namesake.face.Role;
import io.namesake.face.Timings;
import io.namesake.face.Verification;
import io.namesake.face.challenge.ChallengeRecording;
import io.namesake.face.challenge.ChallengeResult;
import io.namesake.face.challenge.Movement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Face work on the pool, with its times measured. No label of a measurement says anything about a person. */
final class Faces {
    private static final Logger log = LoggerFactory.getLogger(Faces.class);

    private final FaceEngine engine;
    private final FacePool pool;
    private final MeterRegistry metrics;

    Faces(FaceEngine engine, FacePool pool, MeterRegistry metrics) {
        this.engine = engine;
        this.pool = pool;
        this.metrics = metrics;
    }

    /** Looks at a picture while somebody waits. @throws io.namesake.problem.Problem {@code busy} */
    Assessment assess(byte[] picture, Role role) {
        var assessment = pool.soon(() -> assessed(picture, role));
        count(assessment.hints(), role);
        return assessment;
    }

    /** A challenge that was judged. @param neutral what its neutral frame is worth as a selfie; empty when none is to be kept */
    record Judged(ChallengeResult result, Optional<Assessment> neutral) {}

    /**
     * Judges a challenge while somebody waits, and assesses the frame that becomes the selfie. It is one piece of work: whoever is
     * turned away is so before anything was found.
     *
     * @param keeps whether the neutral frame of such a result is to be kept
     * @throws io.namesake.problem.Problem {@code busy}
     */
    Judged judge(ChallengeRecording recording, Predicate<ChallengeResult> keeps) {
        var judged = pool.soon(() -> {
            var result = timed("challenge", () -> engine.judge(recording));
            var neutral = keeps.test(result) ? result.neutral() : OptionalInt.empty();
            return new Judged(
                    result,
                    neutral.isEmpty()
                            ? Optional.empty()
                            : Optional.of(assessed(
                                    recording.frames().get(neutral.getAsInt()).image(), Role.SELFIE)));
        });
        judged.neutral().ifPresent(assessment -> count(assessment.hints(), Role.SELFIE));
        return judged;
    }

    Set<Movement> movements() {
        return engine.movements();
    }

    /**
     * Compares the pictures of a submitted application, however long that has to wait.
     *
     * @param before what is asked when its turn has come, by the thread that compares; nothing is compared when it throws
     */
    Verification verify(byte[] document, byte[] selfie, Runnable before) throws InterruptedException {
        return pool.inTurn(() -> {
            before.run();
            var verification = timed("verify", () -> engine.verify(document, selfie));
            if (verification instanceof Verification.Compared compared) {
                record(compared.timings());
            }
            return verification;
        });
    }

    private Assessment assessed(byte[] picture, Role role) {
        return timed("assess-" + role.code(), () -> engine.assess(picture, role));
    }

    private <T> T timed(String work, Supplier<T> what) {
        return Timer.builder("namesake.faces.work")
                .description("Time of one piece of face work, without waiting for a thread")
                .tag("work", work)
                .publishPercentileHistogram()
                .register(metrics)
                .record(what);
    }

    private void record(Timings timings) {
        stage("decode", timings.decode());
        stage("detect", timings.detect());
        stage("landmarks", timings.landmarks());
        stage("quality", timings.quality());
        stage("embed", timings.embed());
        stage("presentation-attack", timings.presentationAttack());
    }

    /** What people are told most often shows an operator what is wrong with a shop's light or with the portal's words. */
    private void count(List<Hint> hints, Role role) {
        for (var hint : hints) {
            Counter.builder("namesake.faces.hints")
                    .description("Pictures for which a better one was asked, by what would help")
                    .tag("picture", role.code())
                    .tag("hint", hint.code())
                    .register(metrics)
                    .increment();
        }
        if (!hints.isEmpty()) {
            log.debug(
                    "A {} is sent back: {}",
                    role.code(),
                    hints.stream().map(Hint::code).toList());
        }
    }

    private void stage(String stage, Duration time) {
        Timer.builder("namesake.faces.stage")
                .description("Time of one stage of a comparison")
                .tag("stage", stage)
                .register(metrics)
                .record(time);
    }
}
