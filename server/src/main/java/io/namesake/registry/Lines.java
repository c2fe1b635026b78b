package io.namesake.registry;

import io.namesake.access.OperatorId;
import java.util.UUID;

/** The lines and who holds them. Both operations join the caller's transaction. */
public interface Lines {

    /**
     * Notes that an application asks for the line: it is {@link LineStatus#PENDING} from now on.
     *
     * @throws LineTaken when the line is active
     */
    void reserve(OperatorId operator, LineIdentifier line, UUID applicationId);

    /**
     * Puts the line in the name of its verified holder, and publishes {@link LineStatusChanged}.
     *
     * @throws LineTaken when it became active for another application meanwhile
     */
    void activate(OperatorId operator, LineIdentifier line, UUID applicationId, HolderDetails holder);
}
