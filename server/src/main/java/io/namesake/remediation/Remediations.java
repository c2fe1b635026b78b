package io.namesake.remediation;

import io.namesake.access.OperatorId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * The road from doubt to settled: notice, grace, staged limits, a person's decision, and only then the end of a line (promise 6).
 * What writes joins the caller's transaction, and fails where there is none.
 */
public interface Remediations {

    /**
     * Opens a case, and has the person told by every channel that reaches them. Asked again with the same line and doubt while
     * such a case is open, it gives that case and changes nothing.
     *
     * @param lineId the registry's line, of this operator
     * @param causeId what caused the doubt, for the audit log: a dispute, a message of an authority
     * @return the case
     * @throws io.namesake.problem.Problem {@code line-unknown} when the operator has no such line, {@code line-not-in-use}
     *     when nobody can use it
     */
    UUID open(OperatorId operator, UUID lineId, Doubt doubt, UUID causeId);

    /**
     * Ends every open case of the line, and undoes whatever they did to it; with a cause that {@linkplain SettledCause#isEndOfLine
     * ends the line} none of a line in use, and with {@link SettledCause#LINE_ENDED} not the one that ended it, which can still be
     * appealed against. Idempotent.
     *
     * @param before only cases that were opened before this moment, so that an old fact that is told again does not end a new
     *     case
     * @return how many cases it ended
     */
    int settle(UUID lineId, SettledCause cause, Instant before);

    /** The same for the cases of one doubt, which does not stand any more; others of the line go on. */
    int settle(UUID lineId, Doubt doubt, SettledCause cause, Instant before);

    /** The cases under way on these lines, the oldest first. @param lineIds at most 1,000 */
    List<OpenRemediation> openCasesOf(Collection<UUID> lineIds);
}
