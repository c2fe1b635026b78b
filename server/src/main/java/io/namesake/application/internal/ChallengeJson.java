package io.namesake.application.internal;

import io.namesake.face.challenge.ChallengeFlaw;
import io.namesake.face.challenge.Movement;
import io.namesake.face.challenge.ShownMovement;
import io.namesake.language.Language;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A challenge as the portal sees it: what is asked for, and what came of it. Never a score, and never what gave an attack away. */
final class ChallengeJson {
    private ChallengeJson() {}

    /** Movements to ask for. */
    @Schema(
            name = "Challenge",
            description =
                    "Movements to ask the applicant for, one after the other, after a look straight into the camera")
    record Asked(
            @Schema(description = "To be named when the frames are sent; good once")
            String nonce,

            List<Movement> movements,
            Instant expiresAt,

            @Schema(description = "How many challenges may still be started if this one fails")
            int attemptsLeft,

            @Schema(description = "Most frames of an answer")
            int mostFrames,

            @Schema(description = "Most bytes of one frame") int mostFrameBytes) {

        static Asked of(Challenges.Drawn drawn, int mostFrames, int mostFrameBytes) {
            return new Asked(
                    drawn.nonce(),
                    drawn.challenge().movements(),
                    drawn.expiresAt(),
                    drawn.attemptsLeft(),
                    mostFrames,
                    mostFrameBytes);
        }
    }

    /** What came of an answer. */
    enum Verdict {
        /** The neutral frame is the selfie now. */
        PASSED,
        /** Something was not shown; nothing was kept. */
        TRY_AGAIN,
        /** The neutral frame is the selfie now, and a person will look at it. */
        PERSON_LOOKS
    }

    /** The answer to the frames. */
    @Schema(
            name = "ChallengeResult",
            description =
                    "What came of a challenge. Only the neutral frame of one that did not have to be tried again was kept.")
    record Result(
            Verdict verdict,

            @Schema(description = "Whether each was seen; empty when a person looks")
            List<Shown> movements,

            @Schema(description = "What to do better, most important first")
            List<HintJson> advice,

            @Schema(description = "The frame, counted from 0, that is the selfie now; null when nothing was kept")
            @Nullable
            Integer keptFrame,

            int attemptsLeft,

            @Schema(description = "Until when no further attempt is taken; null when one is taken now") @Nullable
            Instant pausedUntil) {}

    /** One movement. */
    @Schema(name = "ShownMovement")
    record Shown(Movement movement, boolean shown) {}

    static Result result(Challenges.Judged judged, int attemptsLeft, @Nullable Instant pausedUntil, Language language) {
        var verdict =
                judged.passed() ? Verdict.PASSED : judged.kept().isPresent() ? Verdict.PERSON_LOOKS : Verdict.TRY_AGAIN;
        var texts = language.texts("io.namesake.application.challenge");
        return new Result(
                verdict,
                verdict == Verdict.PERSON_LOOKS ? List.of() : shown(judged),
                verdict == Verdict.TRY_AGAIN ? advice(judged, texts) : List.of(),
                judged.kept().isPresent() ? judged.kept().getAsInt() : null,
                attemptsLeft,
                pausedUntil);
    }

    private static List<Shown> shown(Challenges.Judged judged) {
        return judged.result().movements().stream()
                .map(shown -> new Shown(shown.movement(), shown.finding() == ShownMovement.Finding.SHOWN))
                .toList();
    }

    private static List<HintJson> advice(Challenges.Judged judged, ResourceBundle texts) {
        var flaws = judged.result().flaws().stream()
                .filter(flaw -> !flaw.isContradiction())
                .sorted()
                .map(ChallengeFlaw::name);
        var missing = judged.result().movements().stream()
                .filter(shown -> shown.finding() != ShownMovement.Finding.SHOWN)
                .map(ChallengeJson::code);
        return Stream.concat(flaws, missing)
                .distinct()
                .map(code -> code.toLowerCase(Locale.ROOT).replace('_', '-'))
                .map(code -> new HintJson(code, texts.getString(code)))
                .toList();
    }

    private static String code(ShownMovement shown) {
        return switch (shown.finding()) {
            case BEFORE_PROMPT -> "BEFORE_PROMPT";
            case NOT_ENDED -> "NOT_ENDED";
            case TOO_FEW_FRAMES -> "TOO_FEW_FRAMES";
            case NOT_SHOWN, SHOWN -> shown.movement().name();
        };
    }
}
