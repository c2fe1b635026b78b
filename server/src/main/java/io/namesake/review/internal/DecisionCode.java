package io.namesake.review.internal;

import io.namesake.decision.Reason;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Set;

/** The closed list of what a person can find. There is no free text beside it, so nothing personal can be written into it. */
@Schema(name = "ReviewDecisionCode")
enum DecisionCode {
    /** By pictures: document, face and fields belong together. An agent attests instead. */
    IDENTITY_CONFIRMED(Verdict.VERIFIED, Reason.FACE_MATCH_INCONCLUSIVE, Way.PICTURES),
    /** An agent's attestation; it comes with the attestation only. */
    IDENTITY_ATTESTED(Verdict.VERIFIED, Reason.ATTENDED_CHECK_REQUESTED, Way.ATTESTATION),
    FACES_DIFFER(Verdict.REFUSED, Reason.FACE_DOES_NOT_MATCH, Way.PICTURES),
    /** The person who stands there is not the one in the document. */
    PERSON_DIFFERS(Verdict.REFUSED, Reason.PERSON_NOT_CONFIRMED, Way.IN_PERSON),
    DOCUMENT_NOT_GENUINE(Verdict.REFUSED, Reason.DOCUMENT_NOT_GENUINE, Way.PICTURES, Way.IN_PERSON),
    DOCUMENT_EXPIRED(Verdict.REFUSED, Reason.DOCUMENT_EXPIRED, Way.PICTURES, Way.IN_PERSON),
    DOCUMENT_IS_SPECIMEN(Verdict.REFUSED, Reason.DOCUMENT_IS_SPECIMEN, Way.PICTURES, Way.IN_PERSON),
    /** What was confirmed is not what the document says. */
    FIELDS_DIFFER(Verdict.REFUSED, Reason.DOCUMENT_FIELDS_INVALID, Way.PICTURES),
    /** Another verified person holds the line, and it stays theirs. */
    LINE_HELD_BY_ANOTHER(Verdict.REFUSED, Reason.LINE_HELD_BY_ANOTHER, Way.PICTURES, Way.IN_PERSON),
    /** The pictures are too poor to decide either way. */
    PICTURES_DO_NOT_TELL(Verdict.ATTENDED, Reason.ATTENDED_CHECK_NEEDED, Way.PICTURES),
    /** The selfie looks like a picture of a picture. A suspicion refuses nobody: a person has to see the applicant. */
    SELFIE_NOT_LIVE(Verdict.ATTENDED, Reason.ATTENDED_CHECK_NEEDED, Way.PICTURES);

    /** In which way it can be found. */
    enum Way {
        PICTURES,
        IN_PERSON,
        ATTESTATION
    }

    private final Verdict verdict;
    private final Reason reason;
    private final Set<Way> ways;

    DecisionCode(Verdict verdict, Reason reason, Way... ways) {
        this.verdict = verdict;
        this.reason = reason;
        this.ways = Set.of(ways);
    }

    Verdict verdict() {
        return verdict;
    }

    /** What the applicant is told. */
    List<Reason> reasons() {
        return verdict == Verdict.VERIFIED ? List.of() : List.of(reason);
    }

    boolean byPictures() {
        return ways.contains(Way.PICTURES);
    }

    /** Whether an agent can find it who sees the applicant. */
    boolean inPerson() {
        return ways.contains(Way.IN_PERSON) || ways.contains(Way.ATTESTATION);
    }

    /** Whether it is only given together with an attestation. */
    boolean isAttestation() {
        return ways.contains(Way.ATTESTATION);
    }
}
