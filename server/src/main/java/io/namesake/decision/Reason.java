package io.namesake.decision;

/**
 * Why an application was not verified: a closed list, every entry about identity evidence (promise 4). Each one is explained
 * in every language, see {@link ReasonText}.
 */
public enum Reason {
    /** The selfie and the portrait in the document show different persons, as far as the comparison can tell. */
    FACE_DOES_NOT_MATCH(Outcome.REFUSED, true),
    /** The document's last day of validity is over everywhere on earth. */
    DOCUMENT_EXPIRED(Outcome.REFUSED, false),
    /** The document's fields contradict themselves or the calendar. */
    DOCUMENT_FIELDS_INVALID(Outcome.REFUSED, false),
    /** The issuer's signature does not bear the document out, or its chip is a copy. */
    DOCUMENT_NOT_GENUINE(Outcome.REFUSED, false),
    /** The identity authority's register says something else. The register can be wrong, so a person who looks can overcome it. */
    AUTHORITY_MISMATCH(Outcome.REFUSED, true),
    /** The document says itself that it is a specimen and stands for nobody. */
    DOCUMENT_IS_SPECIMEN(Outcome.REFUSED, false),
    /** Something about the document does not fit together; a person looks. Never a refusal: it is a suspicion. */
    DOCUMENT_DOUBTFUL(Outcome.REVIEW, false),
    /** The identity authority does not know the document. */
    AUTHORITY_UNKNOWN(Outcome.REVIEW, false),
    /** The identity authority did not answer in time. Never a refusal, and never a silent pass. */
    AUTHORITY_UNAVAILABLE(Outcome.REVIEW, false),
    /** The operator's policy asks for stronger evidence before a machine decides. */
    EVIDENCE_TOO_WEAK(Outcome.REVIEW, false),
    /** The applicant corrected what was read of the document. */
    FIELDS_CORRECTED(Outcome.REVIEW, false),
    /** The similarity lies between the thresholds of match and review, or lower where a face cannot be seen clearly. */
    FACE_MATCH_INCONCLUSIVE(Outcome.REVIEW, true),
    /** The selfie may be a picture of a picture. Never a refusal: passive detection is too weak for that. */
    PRESENTATION_ATTACK_SUSPECTED(Outcome.REVIEW, true),
    /** The applicant chose a check by a trained person. */
    ATTENDED_CHECK_REQUESTED(Outcome.REVIEW, false),
    /** A picture could not be used for the comparison after all. */
    FACE_UNUSABLE(Outcome.REVIEW, true),
    /** The selfie did not come out of a challenge, which this operator requires. */
    CHALLENGE_NOT_DONE(Outcome.REVIEW, true),
    /** Frames of the challenge contradict a living person before a camera. Never a refusal: it is a suspicion. */
    CHALLENGE_CONTRADICTED(Outcome.REVIEW, true),
    /** Another verified person got the line while this application was under way. */
    LINE_ALREADY_ACTIVE(Outcome.REVIEW, false),
    /** Somebody was verified for a line that stands in another's name. */
    NOT_THE_HOLDER(Outcome.REVIEW, false),
    /** The verified person holds as many lines as the rules let a machine give; a person may allow one more. Never a refusal. */
    LINE_LIMIT_REACHED(Outcome.REVIEW, false),
    /** A reviewer could not tell from the pictures; a trained person has to see the applicant and the document themselves. */
    ATTENDED_CHECK_NEEDED(Outcome.REVIEW, false),
    /** The person who stood there is not the one in the document, as far as the agent can tell. Somebody else may see it otherwise. */
    PERSON_NOT_CONFIRMED(Outcome.REFUSED, true),
    /** The line stands in the name of another verified person, and stays there. It says nothing against the applicant. */
    LINE_HELD_BY_ANOTHER(Outcome.REFUSED, false);

    private final Outcome outcome;
    private final boolean aPersonCanHelp;

    Reason(Outcome outcome, boolean aPersonCanHelp) {
        this.outcome = outcome;
        this.aPersonCanHelp = aPersonCanHelp;
    }

    /** What the reason leads to: {@link Outcome#REFUSED} or {@link Outcome#REVIEW}. */
    public Outcome outcome() {
        return outcome;
    }

    /** Whether an attended check, where a person looks, can overcome it. */
    public boolean aPersonCanHelp() {
        return aPersonCanHelp;
    }
}
