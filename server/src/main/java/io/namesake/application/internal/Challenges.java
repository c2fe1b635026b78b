package io.namesake.application.internal;

import io.namesake.access.Caller;
import io.namesake.access.SecretToken;
import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditLog;
import io.namesake.face.Assessment;
import io.namesake.face.challenge.Challenge;
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
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

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
    private final TransactionTemplate transaction;
    private final SecureRandom random;
    private final Clock clock;

    Challenges(
            Capture capture,
            ChallengeTable challenges,
            Attempts attempts,
            Faces faces,
            AuditLog audit,
            ChallengePolicy policy,
            TransactionTemplate transaction,
            SecureRandom random,
            Clock clock) {
        this.capture = capture;
        this.challenges = challenges;
        this.attempts = attempts;
        this.faces = faces;
        this.audit = audit;
        this.policy = policy;
        this.transaction = transaction;
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

    /**
     * Judges the frames. The challenge is spent at once with what came of it; when the server was too busy to judge them, they can be sent again.
     *
     * @throws Problem also when the frame that was to be the selfie cannot be used: the challenge is spent then
     */
    Judged answer(Caller caller, LineApplication application, String nonce, List<byte[]> images, CaptureFacts facts) {
        var open = requireOpen(application, nonce);
        var elapsed = Duration.between(open.issuedAt(), clock.instant());
        var recording = recording(open.challenge(), images, facts);
        var inFrames = Injection.inFrames(images, facts, elapsed);
        var judged = faces.judge(
                recording,
                result -> result.passed()
                        || !ChallengeEvidence.of(result, inFrames, facts)
                                .doubts()
                                .isEmpty());
        var result = judged.result();
        var evidence = ChallengeEvidence.of(result, inFrames, facts);
        var assessed = judged.neutral();
        transaction.executeWithoutResult(_ -> {
            capture.lockToShowPicture(caller, application.id().toString());
            if (!challenges.close(application.id(), nonce)) {
                throw new Problem(ProblemType.CHALLENGE_UNKNOWN);
            }
            settle(caller, application, images, result, evidence, assessed);
        });
        assessed.ifPresent(Challenges::requireUsable);
        var kept = assessed.isPresent() ? result.neutral() : OptionalInt.empty();
        return new Judged(result, evidence.passed(), !evidence.doubts().isEmpty(), kept);
    }

    private void settle(
            Caller caller,
            LineApplication application,
            List<byte[]> images,
            ChallengeResult result,
            ChallengeEvidence evidence,
            Optional<Assessment> assessed) {
        var id = application.id();
        boolean passed = false;
        if (assessed.orElse(null) instanceof Assessment.Usable usable) {
            var neutral = images.get(result.neutral().orElseThrow());
            capture.keepChallenged(caller, id.toString(), neutral, usable, evidence);
            passed = evidence.passed();
        } else if (!evidence.doubts().isEmpty()) {
            capture.keepDoubts(caller, id.toString(), evidence);
        }
        if (passed) {
            attempts.passed(id);
        } else {
            attempts.failed(id);
        }
        record(application, passed, evidence, result);
    }

    private static void requireUsable(Assessment assessed) {
        if (assessed instanceof Assessment.Unusable unusable) {
            throw new Problem(PictureProblems.of(unusable.reason()));
        }
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

    private void record(
            LineApplication application, boolean passed, ChallengeEvidence evidence, ChallengeResult result) {
        audit.append(new AuditEntry(
                application.operatorId(),
                "application.challenge-judged",
                application.id().toString(),
                Map.of(
                        "passed", String.valueOf(passed),
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
