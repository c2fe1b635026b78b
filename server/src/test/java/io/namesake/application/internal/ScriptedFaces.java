package io.namesake.application.internal;

import io.namesake.face.Assessment;
import io.namesake.face.Comparison;
import io.namesake.face.EstimatedRate;
import io.namesake.face.Exposure;
import io.namesake.face.FaceBox;
import io.namesake.face.FaceReport;
import io.namesake.face.Hint;
import io.namesake.face.MeasuredQuality;
import io.namesake.face.NetworkSimilarity;
import io.namesake.face.Pose;
import io.namesake.face.PresentationAttack;
import io.namesake.face.PresentationAttack.Finding;
import io.namesake.face.QualityMeasure;
import io.namesake.face.Role;
import io.namesake.face.Timings;
import io.namesake.face.UnusableReason;
import io.namesake.face.Verification;
import io.namesake.face.challenge.ChallengeFlaw;
import io.namesake.face.challenge.ChallengeRecording;
import io.namesake.face.challenge.ChallengeResult;
import io.namesake.face.challenge.Movement;
import io.namesake.face.challenge.ShownMovement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A face engine that finds what the test says, and counts how often it was asked. */
public final class ScriptedFaces implements FaceEngine {
    public static final FaceReport FACE = new FaceReport(
            640,
            480,
            new FaceBox(0.3, 0.2, 0.4, 0.6, 0.99),
            96,
            new Pose(1, -2, 0.5),
            0.6,
            new Exposure(0.5, 0.1, 0.02),
            List.of(new MeasuredQuality(
                    QualityMeasure.INTER_EYE_DISTANCE,
                    OptionalDouble.of(25),
                    10,
                    12,
                    true,
                    Optional.of(Hint.COME_CLOSER))));

    private final AtomicInteger asked = new AtomicInteger();
    private volatile Supplier<Assessment> assessment = () -> new Assessment.Usable(FACE);
    private volatile Function<ChallengeRecording, ChallengeResult> challenge = ScriptedFaces::allShown;
    private volatile Supplier<Verification> verification = () -> compared(9, Finding.LIVE);

    /** Two faces, this similar at thresholds 5 (match) and 3 (review). */
    public static Verification compared(double similarity, Finding finding) {
        var networks = List.of(new NetworkSimilarity("scripted", 0.5, similarity));
        var time = Duration.ofMillis(1);
        return new Verification.Compared(
                FACE,
                FACE,
                new Comparison(
                        similarity,
                        5,
                        1e-4,
                        3,
                        1e-2,
                        new EstimatedRate(1e-4, EstimatedRate.Sense.AT_MOST),
                        true,
                        networks),
                new PresentationAttack(finding == Finding.LIVE ? 0.9 : 0.1, 0.5, finding),
                new Timings(time, time, time, time, time, time, time.multipliedBy(6)));
    }

    public static Verification unusable(UnusableReason reason) {
        return new Verification.Unusable(
                Role.SELFIE, new Assessment.Unusable(reason, List.of(), Optional.empty(), List.of()));
    }

    public void find(Supplier<Verification> found) {
        verification = found;
    }

    public void see(Supplier<Assessment> seen) {
        assessment = seen;
    }

    /** How often a picture reached the engine, in whatever way. */
    public int asked() {
        return asked.get();
    }

    @Override
    public Assessment assess(byte[] picture, Role role) {
        asked.incrementAndGet();
        return assessment.get();
    }

    @Override
    public Verification verify(byte[] document, byte[] selfie) {
        asked.incrementAndGet();
        return verification.get();
    }

    @Override
    public ChallengeResult judge(ChallengeRecording recording) {
        asked.incrementAndGet();
        return challenge.apply(recording);
    }

    @Override
    public Set<Movement> movements() {
        return EnumSet.allOf(Movement.class);
    }

    public void judge(Function<ChallengeRecording, ChallengeResult> judged) {
        challenge = judged;
    }

    /** Every movement shown, in the last frame after its prompt; the first frame looks straight. */
    public static ChallengeResult allShown(ChallengeRecording recording) {
        return new ChallengeResult(shown(recording), Set.of(), OptionalInt.of(0));
    }

    /** The same, with a flaw. */
    public static ChallengeResult flawed(ChallengeRecording recording, ChallengeFlaw flaw) {
        return new ChallengeResult(shown(recording), Set.of(flaw), OptionalInt.of(0));
    }

    /** Nothing shown. */
    public static ChallengeResult nothingShown(ChallengeRecording recording) {
        return new ChallengeResult(
                recording.challenge().movements().stream()
                        .map(movement ->
                                new ShownMovement(movement, ShownMovement.Finding.NOT_SHOWN, OptionalInt.empty()))
                        .toList(),
                Set.of(),
                OptionalInt.of(0));
    }

    private static List<ShownMovement> shown(ChallengeRecording recording) {
        var shown = new ArrayList<ShownMovement>();
        for (int prompt = 1; prompt <= recording.challenge().movements().size(); prompt++) {
            int last = 0;
            for (int i = 0; i < recording.frames().size(); i++) {
                last = recording.frames().get(i).prompt() == prompt ? i : last;
            }
            shown.add(new ShownMovement(
                    recording.challenge().movements().get(prompt - 1),
                    ShownMovement.Finding.SHOWN,
                    OptionalInt.of(last)));
        }
        return shown;
    }

    /** Puts it in the place of the real networks, and listens to what is published. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Configuration {
        @Bean
        @Primary
        ScriptedFaces scriptedFaces() {
            return new ScriptedFaces();
        }

        @Bean
        HeardEvents heardEvents() {
            return new HeardEvents();
        }
    }
}
