package io.namesake.access;

import java.util.Map;

/**
 * Something about who may call was changed or used; the audit log listens, within the same transaction. Nothing personal is in it.
 *
 * @param operatorId whom it concerns
 * @param type such as {@code staff.signed-in}, as {@code AuditEntry} has it
 * @param subjectId the member of staff, the API client or the operator
 * @param details more facts by name; who did it stands under {@code by}
 */
public record AccessEvent(OperatorId operatorId, String type, String subjectId, Map<String, String> details) {

    public AccessEvent {
        details = Map.copyOf(details);
    }
}
