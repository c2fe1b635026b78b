package io.namesake.registry;

import io.namesake.access.OperatorId;
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
     *
     * @throws LineTaken when the line is active
     * @throws IllegalStateException when the application asked for another line before: one application, one line
     */
    Line reserve(OperatorId operator, LineIdentifier line, UUID applicationId);

    /**
     * Notes that the application does not ask for its line any more, since it was refused or given up: from now on it cannot
     * activate the line, unless it reserves it again. The line stays as it is. Without effect where nothing was reserved.
     */
    void release(OperatorId operator, UUID applicationId);

    /**
     * Puts the line in the name of its verified holder, and publishes {@link LineStatusChanged}. Asked again by the same
     * application, it changes nothing.
     *
     * @param applicationId a verified application; nobody else may call this
     * @throws LineTaken when the line became active for another application; the caller's transaction can go on, and nothing
     *     was changed in it
     * @throws IllegalStateException when this application has no reservation of the line
     */
    Line activate(OperatorId operator, LineIdentifier line, UUID applicationId, HolderDetails holder);

    /**
     * The operator's line of that name.
     *
     * @param text as people write it, of whatever service; empty is returned also for what cannot be a line
     */
    Optional<Line> find(OperatorId operator, String text);

    /**
     * The operator's lines, the last changed first.
     *
     * @param limit at most so many, 1 to 200
     */
    List<Line> latest(OperatorId operator, int limit);
}
