package io.namesake.audit;

import io.namesake.access.OperatorId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One fact for the audit log.
 *
 * <p>It holds nothing personal and nothing biometric: ids, kinds, counts and reason codes only.
 *
 * @param operatorId whose fact it is; null where it belongs to the installation
 * @param type what happened, dotted, such as {@code application.decided}
 * @param subjectId what it happened to, such as an application's id
 * @param details further facts
 */
public record AuditEntry(@Nullable OperatorId operatorId, String type, String subjectId, Map<String, String> details) {

    public AuditEntry {
        details = Map.copyOf(details);
    }
}
