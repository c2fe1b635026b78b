package io.namesake.review.internal;

import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditLog;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What happens to a case and who did it, in the audit log: ids and codes only. */
@Component
class CaseLog {
    private final AuditLog audit;

    CaseLog(AuditLog audit) {
        this.audit = audit;
    }

    /** Something that nobody of the staff did. */
    void note(ReviewCase about, String type, Map<String, String> details) {
        audit.append(
                new AuditEntry(about.operator(), "review." + type, about.id().toString(), details));
    }

    void note(ReviewCase about, String type, UUID staff, Map<String, String> details) {
        var all = new TreeMap<>(details);
        all.put("staff", staff.toString());
        note(about, type, all);
    }
}
