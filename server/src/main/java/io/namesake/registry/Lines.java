package io.namesake.registry;

import io.namesake.access.OperatorId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The lines and who holds them. Each operator has its own: a line of one is neither seen nor blocked by another's. What writes
 * joins the caller's transaction and fails where there is none, because a line changes only together with its application.
 */
public interface Lines {

    /**
     * Notes that an application asks for the line, which is {@link LineStatus#PENDING} until one of those that ask is verified.
     * The number of a line that was deactivated is given out again once its quarantine is over.
     *
     * @throws LineTaken when the line is in use, or rests
     * @throws IllegalStateException when the application asked for another line before: one application, one line
     */
    Line reserve(OperatorId operator, LineIdentifier line, UUID applicationId);

    /**
     * Notes that an application is to confirm who stands for a line that is in use: its holder again, or after a doubt whoever
     * uses it. The line stays as it is until then. A line that was ended for a doubt can be confirmed as long as its number rests.
     *
     * @throws LineTaken when there is no such line
     * @throws IllegalStateException when the application asked for another line before
     */
    Line reserveAgain(OperatorId operator, LineIdentifier line, UUID applicationId);

    /**
     * Notes that the application does not ask for its line any more, since it was refused or given up: from now on it cannot
     * activate the line, unless it reserves it again. The line stays as it is. Without effect where nothing was reserved.
     */
    void release(OperatorId operator, UUID applicationId);

    /**
     * Puts the line in the name of its verified holder, and publishes {@link LineRegistered} and, where the status changes,
     * {@link LineStatusChanged}. Asked again by the same application, it changes nothing. A line that is in the name of this very
     * person is confirmed; one that an import or a decided dispute left unverified gets its holder. One that was ended for a doubt
     * is on again, as it was, once its holder, or for an unverified one anybody, is verified for it.
     *
     * @param applicationId a verified application; nobody else may call this
     * @param holder as its document names the person
     * @param exception whether a person allowed more lines than the rules do
     * @throws LineTaken when the line is in the name of somebody else; the caller's transaction can go on, and nothing was changed
     * @throws LineLimitReached when the person has as many lines as the rules allow; likewise
     * @throws IllegalStateException when this application has no reservation of the line
     */
    Line activate(
            OperatorId operator, LineIdentifier line, UUID applicationId, HolderDetails holder, boolean exception);

    /** Like the other without an exception. */
    Line activate(OperatorId operator, LineIdentifier line, UUID applicationId, HolderDetails holder);

    /**
     * The operator's line of that name.
     *
     * @param text as people write it, of whatever service; empty is returned also for what cannot be a line
     */
    Optional<Line> find(OperatorId operator, String text);

    /** A line by its id. */
    Optional<Line> byId(UUID lineId);

    /** A line by its id, when it is this operator's. */
    default Optional<Line> byId(OperatorId operator, UUID lineId) {
        return byId(lineId).filter(line -> line.operatorId().equals(operator));
    }

    /** Whether there is such a line and somebody can use it, limited or not. */
    default boolean isInUse(UUID lineId) {
        return byId(lineId).filter(line -> line.status().isInUse()).isPresent();
    }

    /** Lines by their ids, in one question and in no order; ids of none are left out. */
    List<Line> byIds(Collection<UUID> lineIds);

    /**
     * The operator's lines, the last changed first.
     *
     * @param limit at most so many, 1 to 200
     */
    List<Line> latest(OperatorId operator, int limit);
}
