package io.namesake.cli.verdict;

import io.namesake.decision.Check;
import io.namesake.decision.CheckKind;
import io.namesake.decision.DocumentEvidence;
import io.namesake.decision.DocumentEvidence.Source;
import io.namesake.decision.EvidenceRules;
import io.namesake.decision.Reason;
import io.namesake.decision.ServicePolicy;
import io.namesake.document.IdentityEvidence;
import io.namesake.document.Strength;
import io.namesake.face.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The server's policy on what two pictures alone can tell. There are no typed fields here, so the checks of the document's
 * fields and validity have nothing to find, and two pictures show no movement, so no challenge is asked for; no authority
 * is asked either.
 */
final class FaceJudgement {

    /** A chip has to be authenticated, or a person looks at it. */
    private static final ServicePolicy CHIP = policy(new ServicePolicy.Accepted(Source.CHIP, Strength.STRONG, null));
    /** Two pictures are asked about faces and nothing else. */
    private static final ServicePolicy PICTURE = policy(new ServicePolicy.Accepted(Source.TYPED, null, null));

    private FaceJudgement() {}

    private static ServicePolicy policy(ServicePolicy.Accepted accepted) {
        return new ServicePolicy(List.of(accepted), ServicePolicy.Corrections.REVIEW, 100);
    }

    static List<Check> checks(Verification.Compared compared, Optional<IdentityEvidence> document) {
        List<Check> checks = new ArrayList<>(List.of(
                Check.passed(CheckKind.DOCUMENT_FIELDS),
                match(compared),
                presentationAttack(compared),
                Check.waived(CheckKind.CHALLENGE),
                Check.waived(CheckKind.AUTHORITY)));
        DocumentEvidence evidence = document.map(read -> new DocumentEvidence(
                        DocumentEvidence.Source.valueOf(read.source().name()),
                        read.strength(),
                        read.checks(),
                        Set.of()))
                .orElse(DocumentEvidence.typed());
        checks.add(
                EvidenceRules.isReadAsExpired(evidence)
                        ? Check.failed(CheckKind.DOCUMENT_VALIDITY, Reason.DOCUMENT_EXPIRED)
                        : Check.passed(CheckKind.DOCUMENT_VALIDITY));
        checks.addAll(EvidenceRules.check(document.isPresent() ? CHIP : PICTURE, evidence, false));
        return List.copyOf(checks);
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
