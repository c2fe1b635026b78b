package io.namesake.remediation.internal;

import io.namesake.access.OperatorId;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How single operators tell their people, where that differs from {@link NoticeSettings}:
 * {@code namesake.remediation.operators.ID.gateway.url} and so on.
 *
 * @param operators by the operator's id, with or without its dashes, which the names of environment variables cannot have
 */
@ConfigurationProperties("namesake.remediation")
record OperatorNoticeSettings(@DefaultValue Map<String, Own> operators) {
    private static final Pattern ID =
            Pattern.compile("([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})");

    OperatorNoticeSettings {
        operators = Map.copyOf(operators);
        long different = operators.keySet().stream()
                .map(OperatorNoticeSettings::operator)
                .distinct()
                .count();
        if (different < operators.size()) {
            throw new IllegalArgumentException("namesake.remediation.operators names an operator twice");
        }
    }

    /**
     * What an operator has instead of the deployment's.
     *
     * @param gateway null where the deployment's is used
     * @param smtp likewise
     */
    record Own(NoticeSettings.@Nullable Gateway gateway, NoticeSettings.@Nullable Smtp smtp) {}

    /** The settings of those operators that have some. */
    Map<OperatorId, Own> byOperator() {
        var found = new TreeMap<OperatorId, Own>((one, other) -> one.value().compareTo(other.value()));
        operators.forEach((name, own) -> found.put(operator(name), own));
        return found;
    }

    private static OperatorId operator(String name) {
        var id = ID.matcher(name.replace("-", "").toLowerCase(java.util.Locale.ROOT));
        if (!id.matches()) {
            throw new IllegalArgumentException(
                    "namesake.remediation.operators names operators by their ids; this is none: " + name);
        }
        return new OperatorId(UUID.fromString(id.replaceFirst("$1-$2-$3-$4-$5")));
    }
}
