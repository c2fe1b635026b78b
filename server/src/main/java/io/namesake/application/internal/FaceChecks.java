package io.namesake.application.internal;

import io.namesake.decision.Check;
import io.namesake.decision.CheckKind;
import io.namesake.decision.Reason;
import io.namesake.face.Comparison;
import io.namesake.face.PresentationAttack;
import io.namesake.face.Verification;
import java.util.List;

/** What the face library found, as checks. Pure. */
final class FaceChecks {

    private FaceChecks() {}

    /** The checks {@link CheckKind#FACE_MATCH} and {@link CheckKind#PRESENTATION_ATTACK}. */
    static List<Check> of(Verification verification) {
        return switch (verification) {
            case Verification.Compared compared ->
                List.of(match(compared.comparison()), presentation(compared.presentationAttack()));
            case Verification.Unusable _ ->
                List.of(
                        Check.impossible(CheckKind.FACE_MATCH, Reason.FACE_UNUSABLE),
                        Check.impossible(CheckKind.PRESENTATION_ATTACK, Reason.FACE_UNUSABLE));
        };
    }

    /** The same checks, when the document alone has decided already: then no face is compared at all. */
    static List<Check> unneeded() {
        return List.of(
                Check.unneeded(CheckKind.FACE_MATCH),
                Check.unneeded(CheckKind.PRESENTATION_ATTACK),
                Check.unneeded(CheckKind.CHALLENGE));
    }

    private static Check match(Comparison comparison) {
        return switch (comparison.grade()) {
            case MATCH -> Check.passed(CheckKind.FACE_MATCH);
            case INCONCLUSIVE -> Check.inconclusive(CheckKind.FACE_MATCH, Reason.FACE_MATCH_INCONCLUSIVE);
            case NO_MATCH -> Check.failed(CheckKind.FACE_MATCH, Reason.FACE_DOES_NOT_MATCH);
        };
    }

    private static Check presentation(PresentationAttack attack) {
        return switch (attack.finding()) {
            case LIVE -> Check.passed(CheckKind.PRESENTATION_ATTACK);
            case SUSPECTED -> Check.inconclusive(CheckKind.PRESENTATION_ATTACK, Reason.PRESENTATION_ATTACK_SUSPECTED);
            case NOT_ASSESSED -> Check.impossible(CheckKind.PRESENTATION_ATTACK, Reason.FACE_UNUSABLE);
        };
    }
}
