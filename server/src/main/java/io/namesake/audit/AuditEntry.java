package io.namesake.audit;

import io.namesake.access.OperatorId;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One fact for the audit log. Never give it anything personal: no name, number of a document or of a telephone, no picture.
 *
 * @param operatorId the tenant whom it concerns; null for the installation as a whole
 * @param type what happened, words of a-z, 0-9 and hyphens joined by dots, such as {@code application.verified}; at most 100 characters
 * @param subjectId what it happened to, mostly a UUID; 1 to 200 characters
 * @param details more facts by name, at most 32; a name has 1 to 64 characters, a value at most 1,000
 */
public record AuditEntry(@Nullable OperatorId operatorId, String type, String subjectId, Map<String, String> details) {
    private static final Pattern TYPE = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)*");

    /** @throws IllegalArgumentException when a part is empty, too long, or holds a NUL or half a surrogate pair */
    public AuditEntry {
        if (type.length() > 100 || !TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException("Not a type of audit entry: " + type);
        }
        bounded("subject", subjectId, 1, 200);
        if (details.size() > 32) {
            throw new IllegalArgumentException("More than 32 details in an audit entry of type " + type);
        }
        SortedMap<String, String> sorted = new TreeMap<>(details);
        sorted.forEach((name, value) -> {
            bounded("name of a detail", name, 1, 64);
            bounded("detail " + name, value, 0, 1000);
        });
        details = Collections.unmodifiableSortedMap(sorted);
    }

    /** An entry without details. */
    public AuditEntry(@Nullable OperatorId operatorId, String type, String subjectId) {
        this(operatorId, type, subjectId, Map.of());
    }

    private static void bounded(String what, String value, int least, int most) {
        // The value itself stays out of the message: it may be what should not have been here.
        if (value.length() < least || value.length() > most) {
            throw new IllegalArgumentException(
                    "The %s of an audit entry must have %d to %d characters".formatted(what, least, most));
        }
        // Neither can be stored in PostgreSQL or written as UTF-8, so the hash of what is read back would differ.
        if (value.codePoints()
                .anyMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE))) {
            throw new IllegalArgumentException("The %s of an audit entry is not valid Unicode text".formatted(what));
        }
    }
}
