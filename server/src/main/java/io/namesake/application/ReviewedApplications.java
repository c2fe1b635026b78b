package io.namesake.application;

import io.namesake.access.OperatorId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What people who review may see of an application, and where their decision becomes true. It shows one application's own
 * evidence and nothing else of the person: no line, no other application.
 */
public interface ReviewedApplications {

    /** What became of a decision. */
    enum Result {
        DECIDED,
        /** It is not in review (any more): nobody needs to decide. */
        NOT_IN_REVIEW,
        /** It was to be decided by pictures, and they are erased. */
        EVIDENCE_GONE
    }

    /** What a case needs to know when it is opened; empty when the application is not the operator's or not in review. */
    Optional<ReviewSubject> subject(OperatorId operator, UUID application);

    /**
     * The applications of all operators that are in review, by page, as the wishes for it; whoever asks may have heard of them or not.
     *
     * @param after the application at the end of the page before; at first 128 zero bits
     * @param limit at most so many
     */
    List<ReviewRequested> inReview(UUID after, int limit);

    /** What was read and tested; empty when it is erased, or the application is not in review. */
    Optional<ReviewEvidence> evidence(OperatorId operator, UUID application);

    /** A picture as it was sent, JPEG, PNG or WebP; empty when there is none, or it is erased. */
    Optional<byte[]> picture(OperatorId operator, UUID application, ReviewPicture which);

    /**
     * Makes a decision of people true, in the caller's transaction: outcome, erasure of the evidence, audit entry, the line's
     * activation and the events happen together or not at all. Only the caller knows that the right people decided.
     *
     * @throws io.namesake.problem.Problem {@code line-taken} when the line is active for another application;
     *     {@code line-limit-reached} when the person has as many lines as the rules allow and nobody was told of it yet, see
     *     {@link #noteLineLimit}; {@code request-invalid} when what an agent typed cannot be printed in a document, or the document has expired
     */
    Result decide(OperatorId operator, UUID application, PersonsDecision decision);

    /**
     * Makes the limit of lines a reason of the review, in the caller's transaction: not the one of the decision that met it, of which
     * nothing is kept. Whoever verifies the person after that was told, and makes an exception.
     */
    void noteLineLimit(OperatorId operator, UUID application);
}
