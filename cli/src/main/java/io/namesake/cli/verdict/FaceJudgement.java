package io.namesake.cli.verdict;

import io.namesake.decision.Check;
import io.namesake.decision.CheckKind;
import io.namesake.decision.Reason;
import io.namesake.face.Verification;
import java.util.List;

/**
 * The server's policy on what two pictures alone can tell. There are no typed fields here, so the checks of the document's
 * fields and validity have nothing to find, and two pictures show no movement, so no challenge is asked for.
 */
final class FaceJudgement {

    private FaceJudgement() {}

    static List<Check> checks(Verification.Compared compared) {
        return List.of(
                Check.passed(CheckKind.DOCUMENT_FIELDS),
                Check.passed(CheckKind.DOCUMENT_VALIDITY),
                match(compared),
                presentationAttack(compared),
                Check.waived(CheckKind.CHALLENGE));
    }

    private static Check match(Verification.Compared compared) {
        return switch (compared.comparison().grade()) {
            case MATCH -> Check.passed(CheckKind.FACE_MATCH);
            case INCONCLUSIVE -> Check.inconclusive(CheckKind.FACE_MATCH, Reason.FACE_MATCH_INCONCLUSIVE);
            case NO_MATCH -> Check.failed(CheckKind.FACE_MATCH, Reason.FACE_DOES_NOT_MATCH);
        };
    }

    private static Check presentationAttack(Verification.Compared compared) {
        return switch (compared.presentationAttack().finding()) {
            case LIVE -> Check.passed(CheckKind.PRESENTATION_ATTACK);
            case SUSPECTED -> Check.inconclusive(CheckKind.PRESENTATION_ATTACK, Reason.PRESENTATION_ATTACK_SUSPECTED);
            case NOT_ASSESSED -> Check.impossible(CheckKind.PRESENTATION_ATTACK, Reason.FACE_UNUSABLE);
        };
    }
}
