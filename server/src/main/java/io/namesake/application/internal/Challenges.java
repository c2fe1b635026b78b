package io.namesake.application.internal;

import io.namesake.access.Caller;
import io.namesake.access.SecretToken;
import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditLog;
import io.namesake.face.challenge.Challenge;
import io.namesake.face.challenge.ChallengeFlaw;
import io.namesake.face.challenge.ChallengeFrame;
import io.namesake.face.challenge.ChallengeRecording;
import io.namesake.face.challenge.ChallengeResult;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Asks for movements and judges the frames that answer.
 *
 * <p>Frames are held in memory while they are judged, and dropped; only the neutral one of a passed or doubtful challenge is kept, sealed,
 * as the selfie, so that whoever moved is who is compared with the document.
 */
@Service
class Challenges {
    /** Long enough to read three prompts, and for a slow line; too short to have a film made to order. */
    private static final Duration LIFETIME = Duration.ofMinutes(3);

    private final Capture capture;
    private final ChallengeTable challenges;
    private final Attempts attempts;
    private final Faces faces;
    private final AuditLog audit;
    private final ChallengePolicy policy;
    private final SecureRandom random;
    private final Clock clock;

    Challenges(
            Capture capture,
            ChallengeTable challenges,
            Attempts attempts,
            Faces faces,
            AuditLog audit,
            ChallengePolicy policy,
            SecureRandom random,
            Clock clock) {
        this.capture = capture;
        this.challenges = challenges;
        this.attempts = attempts;
        this.faces = faces;
        this.audit = audit;
        this.policy = policy;
        this.random = random;
        this.clock = clock;
    }

    /** A new challenge and the secret that its answer must name. */
    record Drawn(String nonce, Challenge challenge, Instant expiresAt, int attemptsLeft) {}

    /**
     * What came of an answer.
     *
     * @param doubtful whether a person should look
     * @param kept the frame, counted from 0, that is the selfie now; empty when nothing was kept
     */
    record Judged(ChallengeResult result, boolean passed, boolean doubtful, OptionalInt kept) {}

    /** Draws a challenge in place of the one before. Counts as an attempt until it is passed. */
    Drawn draw(Caller caller, String id) {
        var application = capture.requireMayShowPicture(caller, id);
        if (policy == ChallengePolicy.OFF) {
            throw new Problem(ProblemType.CHALLENGE_NOT_OFFERED);
        }
        attempts.begin(application.id());
        var challenge = Challenge.draw(random, faces.movements());
        var nonce = SecretToken.random(random);
        var now = clock.instant();
        challenges.replace(application.id(), nonce, new ChallengeTable.Open(challenge, now, now.plus(LIFETIME)));
        return new Drawn(nonce, challenge, now.plus(LIFETIME), attempts.left(application.id()));
    }

    /** May this be answered now? Asked before the frames are read. @throws Problem when not */
    ChallengeTable.Open requireOpen(LineApplication application, String nonce) {
        attempts.requireNoPause(application.id());
        var open =
                challenges.find(application.id(), nonce).orElseThrow(() -> new Problem(ProblemType.CHALLENGE_UNKNOWN));
        if (!clock.instant().isBefore(open.expiresAt())) {
            throw new Problem(ProblemType.CHALLENGE_EXPIRED);
        }
        return open;
    }

    /** Judges the frames. The challenge is spent, whatever comes of it. */
    Judged answer(Caller caller, LineApplication application, String nonce, List<byte[]> images, CaptureFacts facts) {
        var open = requireOpen(application, nonce);
        var elapsed = Duration.between(open.issuedAt(), clock.instant());
        var result = faces.judge(recording(open.challenge(), images, facts));
        if (!challenges.close(application.id(), nonce)) {
            throw new Problem(ProblemType.CHALLENGE_UNKNOWN);
        }
        var evidence = evidence(result, images, facts, elapsed);
        boolean doubtful = !evidence.doubts().isEmpty();
        var kept = result.passed() || doubtful ? result.neutral() : OptionalInt.empty();
        if (kept.isPresent()) {
            capture.keepChallenged(caller, application.id().toString(), images.get(kept.getAsInt()), evidence);
        }
        if (evidence.passed()) {
            attempts.passed(application.id());
        } else {
            attempts.failed(application.id());
        }
        record(application, evidence, result);
        return new Judged(result, evidence.passed(), doubtful, kept);
    }

    int attemptsLeft(UUID application) {
        return attempts.left(application);
    }

    Optional<Instant> pausedUntil(UUID application) {
        return attempts.pausedUntil(application);
    }

    private static ChallengeRecording recording(Challenge challenge, List<byte[]> images, CaptureFacts facts) {
        if (images.size() != facts.frames().size()) {
            throw new Problem(
                    ProblemType.REQUEST_INVALID, "There must be one entry in `frames` for each part `frame`.");
        }
        if (facts.frames().getLast().prompt() > challenge.movements().size()) {
            throw new Problem(ProblemType.REQUEST_INVALID, "A frame names a prompt that was not given.");
        }
        var frames = new ArrayList<ChallengeFrame>();
        for (int i = 0; i < images.size(); i++) {
            frames.add(new ChallengeFrame(images.get(i), facts.frames().get(i).prompt()));
        }
        return new ChallengeRecording(challenge, frames);
    }

    private static ChallengeEvidence evidence(
            ChallengeResult result, List<byte[]> images, CaptureFacts facts, Duration elapsed) {
        var signs = Stream.concat(
                        Injection.inFrames(images, facts, elapsed).stream(),
                        Injection.inReactions(result.movements(), facts).stream())
                .toList();
        var doubts = Stream.concat(
                        result.flaws().stream()
                                .filter(ChallengeFlaw::isContradiction)
                                .map(Enum::name),
                        signs.stream().filter(CaptureSign::isDoubt).map(Enum::name))
                .sorted()
                .toList();
        return new ChallengeEvidence(
                result.passed() && doubts.isEmpty(),
                result.movements().stream()
                        .map(shown -> shown.movement() + ":" + shown.finding())
                        .toList(),
                doubts,
                signs.stream().map(Enum::name).sorted().toList());
    }

    private void record(LineApplication application, ChallengeEvidence evidence, ChallengeResult result) {
        audit.append(new AuditEntry(
                application.operatorId(),
                "application.challenge-judged",
                application.id().toString(),
                Map.of(
                        "passed", String.valueOf(evidence.passed()),
                        "movements", String.join(",", evidence.movements()),
                        "flaws",
                                String.join(
                                        ",",
                                        result.flaws().stream()
                                                .map(Enum::name)
                                                .sorted()
                                                .toList()),
                        "signs", String.join(",", evidence.signs()))));
    }
}
