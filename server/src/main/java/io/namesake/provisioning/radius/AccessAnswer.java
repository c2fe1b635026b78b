package io.namesake.provisioning.radius;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonFormat.Feature;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The policy's answer for lines in one state.
 *
 * @param access what they may do
 * @param attributes names and values of RADIUS attributes that go with it, in the order of the file; each takes the place of one
 *     of the same name that the operator's own modules gave
 */
record AccessAnswer(
        Access access,

        @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        Map<String, List<String>> attributes) {
    private static final int MOST = 16;

    AccessAnswer {
        if (access == null) {
            throw new IllegalArgumentException("access is missing: OPEN, GARDEN or CLOSED");
        }
        var ordered = new LinkedHashMap<String, List<String>>();
        if (attributes != null) {
            attributes.forEach((name, values) -> ordered.put(name, values == null ? List.of() : List.copyOf(values)));
        }
        if (ordered.values().stream().mapToInt(List::size).sum() > MOST) {
            throw new IllegalArgumentException("an answer has at most " + MOST + " attributes");
        }
        if (access == Access.GARDEN && ordered.isEmpty()) {
            throw new IllegalArgumentException(
                    "a garden without attributes is open: say what the network is to do, such as Filter-Id");
        }
        attributes = Collections.unmodifiableMap(ordered);
    }

    /** The same with a placeholder in the values written out. */
    AccessAnswer with(String placeholder, String text) {
        var written = new LinkedHashMap<String, List<String>>();
        attributes.forEach((name, values) -> written.put(
                name,
                values.stream().map(value -> value.replace(placeholder, text)).toList()));
        return new AccessAnswer(access, written);
    }
}
