package io.namesake.application.internal;

import io.namesake.face.Assessment;
import io.namesake.face.Comparison;
import io.namesake.face.EstimatedRate;
import io.namesake.face.Exposure;
import io.namesake.face.FaceBox;
import io.namesake.face.FaceReport;
import io.namesake.face.Hint;
import io.namesake.face.Pose;
import io.namesake.face.PresentationAttack;
import io.namesake.face.PresentationAttack.Finding;
import io.namesake.face.Role;
import io.namesake.face.Timings;
import io.namesake.face.UnusableReason;
import io.namesake.face.Verification;
import io.namesake.face.challenge.ChallengeFlaw;
import io.namesake.face.challenge.ChallengeRecording;
import io.namesake.face.challenge.ChallengeResult;
import io.namesake.face.challenge.Movement;
import io.namesake.face.challenge.ShownMovement;
import io.namesake.sandbox.Faces;
import io.namesake.sandbox.SandboxPicture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The face engine of a sandbox, which looks at no pixel: a picture that the sandbox drew says what is found in it, and in any other there is no face.
 * There are no networks behind it, so that a sandbox can verify nobody who lives.
 */
final class SandboxFaces implements FaceEngine {
    private static final double THRESHOLD = 5;
    private static final double REVIEW_THRESHOLD = 3;

    @Override
    public Assessment assess(byte[] picture, Role role) {
        return SandboxPicture.of(picture)
                .<Assessment>map(drawn -> new Assessment.Usable(report()))
                .orElseGet(SandboxFaces::noFace);
    }

    @Override
    public Verification verify(byte[] document, byte[] selfie) {
        var portrait = SandboxPicture.of(document);
        var person = SandboxPicture.of(selfie);
        if (portrait.isEmpty()) {
            return new Verification.Unusable(Role.DOCUMENT, noFace());
        }
        if (person.isEmpty() || person.get().faces() == Faces.UNUSABLE) {
            return new Verification.Unusable(Role.SELFIE, noFace());
        }
        boolean same = portrait.get().number().equals(person.get().number());
        return compared(same ? person.get().faces() : Faces.ANOTHER_PERSON);
    }

    @Override
    public ChallengeResult judge(ChallengeRecording recording) {
        var drawn = recording.frames().stream()
                .flatMap(frame -> SandboxPicture.of(frame.image()).stream())
                .toList();
        if (drawn.size() != recording.frames().size()) {
            return new ChallengeResult(List.of(), Set.of(ChallengeFlaw.FACE_LOST), OptionalInt.empty());
        }
        boolean contradicted = drawn.stream().anyMatch(frame -> frame.faces() == Faces.MOVEMENTS_CONTRADICTED);
        return new ChallengeResult(
                shown(recording), contradicted ? Set.of(ChallengeFlaw.FACE_CHANGED) : Set.of(), OptionalInt.of(0));
    }

    @Override
    public Set<Movement> movements() {
        return EnumSet.allOf(Movement.class);
    }

    /** Each movement in the last frame after its prompt. */
    private static List<ShownMovement> shown(ChallengeRecording recording) {
        var shown = new ArrayList<ShownMovement>();
        var movements = recording.challenge().movements();
        for (int prompt = 1; prompt <= movements.size(); prompt++) {
            var last = OptionalInt.empty();
            for (int i = 0; i < recording.frames().size(); i++) {
                last = recording.frames().get(i).prompt() == prompt ? OptionalInt.of(i) : last;
            }
            shown.add(new ShownMovement(
                    movements.get(prompt - 1),
                    last.isPresent() ? ShownMovement.Finding.SHOWN : ShownMovement.Finding.TOO_FEW_FRAMES,
                    last));
        }
        return shown;
    }

    private static Verification compared(Faces faces) {
        double similarity = switch (faces) {
            case ANOTHER_PERSON -> 0;
            case UNSURE -> REVIEW_THRESHOLD;
            case SAME_PERSON, ATTACK_SUSPECTED, UNUSABLE, MOVEMENTS_CONTRADICTED -> 2 * THRESHOLD;
        };
        boolean attack = faces == Faces.ATTACK_SUSPECTED;
        return new Verification.Compared(
                report(),
                report(),
                new Comparison(
                        similarity,
                        THRESHOLD,
                        1e-4,
                        REVIEW_THRESHOLD,
                        1e-2,
                        new EstimatedRate(1e-4, EstimatedRate.Sense.AT_MOST),
                        true,
                        List.of()),
                new PresentationAttack(attack ? 0.1 : 0.9, 0.5, attack ? Finding.SUSPECTED : Finding.LIVE),
                new Timings(
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ZERO));
    }

    /** A face in the middle that nothing is wrong with. */
    private static FaceReport report() {
        return new FaceReport(
                480,
                600,
                new FaceBox(0.25, 0.15, 0.5, 0.45, 1),
                96,
                new Pose(0, 0, 0),
                0.6,
                new Exposure(0.5, 0, 0),
                List.of());
    }

    private static Assessment.Unusable noFace() {
        return new Assessment.Unusable(
                UnusableReason.NO_FACE, List.of(), Optional.empty(), List.of(Hint.NO_FACE_FOUND));
    }
}
