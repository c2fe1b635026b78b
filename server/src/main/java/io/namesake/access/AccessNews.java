package io.namesake.access;

import java.util.Map;
import java.util.UUID;

/** Tells the audit log what happened to those who may call. */
public interface AccessNews {

    /**
     * Tells it within the caller's transaction, with who did it: the caller of the request that is being answered.
     *
     * @param type such as {@code staff.invited}
     * @param subject the member of staff, the API client or the operator
     * @param details nothing personal
     */
    void tell(OperatorId operator, String type, UUID subject, Map<String, String> details);
}
