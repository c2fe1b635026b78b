package io.namesake.provisioning.webhook;

import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Types as somebody names them. */
final class EventTypes {
    private EventTypes() {}

    /**
     * All of them where none is named.
     *
     * @throws Problem with this type when one is not known
     */
    static Set<EventType> parse(@Nullable List<@Nullable String> names, ProblemType otherwise) {
        if (names == null || names.isEmpty()) {
            return EnumSet.allOf(EventType.class);
        }
        var types = EnumSet.noneOf(EventType.class);
        for (var name : names) {
            types.add(Optional.ofNullable(name).flatMap(EventType::named).orElseThrow(() -> unknown(otherwise)));
        }
        return types;
    }

    private static Problem unknown(ProblemType type) {
        var known = Arrays.stream(EventType.values()).map(EventType::wireName).collect(Collectors.joining(", "));
        return new Problem(type, "An event type is not known. There are: " + known + ".");
    }
}
