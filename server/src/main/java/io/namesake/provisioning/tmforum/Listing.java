package io.namesake.provisioning.tmforum;

import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.registry.LineInventory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a collection is asked for (TMF630, part 1): {@code offset}, {@code limit}, {@code fields}, and filters by attributes. A filter that is not
 * known is refused, since an answer that ignored it would be wrong.
 *
 * @param offset how many to skip
 * @param limit at most so many
 * @param fields the members to answer with; empty for all
 */
record Listing(int offset, int limit, Set<String> fields) {
    static final int FARTHEST = LineInventory.FARTHEST;
    private static final int MOST = 200;
    private static final int USUAL = 50;
    private static final int LONGEST = 500;
    /** Always answered with: without them nothing can be told apart. */
    private static final Set<String> ALWAYS = Set.of("id", "href", "@type");

    private static final Set<String> OWN = Set.of("offset", "limit", "fields");

    /**
     * Reads a query.
     *
     * @param filters which else may be there
     * @throws Problem {@code request-invalid}
     */
    static Listing of(MultiValueMap<String, String> query, Set<String> filters) {
        query.forEach((name, values) -> {
            if (!OWN.contains(name) && !filters.contains(name)) {
                throw new Problem(
                        ProblemType.REQUEST_INVALID,
                        "There is no filter of this name; there are "
                                + filters.stream().sorted().collect(Collectors.joining(", ")) + ".");
            }
            if (values.size() != 1) {
                throw new Problem(ProblemType.REQUEST_INVALID, "Give each parameter once.");
            }
        });
        return new Listing(
                number(query, "offset", 0, 0, FARTHEST),
                number(query, "limit", USUAL, 1, MOST),
                fields(query.getFirst("fields")));
    }

    static Set<String> fields(@Nullable String text) {
        if (text == null) {
            return Set.of();
        }
        if (text.length() > LONGEST) {
            throw new Problem(ProblemType.REQUEST_INVALID, "fields has at most " + LONGEST + " characters.");
        }
        return Arrays.stream(text.split(",")).map(String::strip).collect(Collectors.toUnmodifiableSet());
    }

    private static int number(MultiValueMap<String, String> query, String name, int usual, int least, int most) {
        var text = query.getFirst(name);
        if (text == null) {
            return usual;
        }
        if (!text.matches("[0-9]{1,7}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw new Problem(
                    ProblemType.REQUEST_INVALID, name + " must be a number from " + least + " to " + most + ".");
        }
        return Integer.parseInt(text);
    }

    /** @param total how many there are; empty where nobody counted so far, and then the header is not there */
    ResponseEntity<List<ObjectNode>> answer(List<ObjectNode> found, OptionalInt total) {
        var answer = ResponseEntity.ok().header("X-Result-Count", String.valueOf(found.size()));
        total.ifPresent(count -> answer.header("X-Total-Count", String.valueOf(count)));
        return answer.body(found.stream().map(one -> selected(one, fields)).toList());
    }

    /** Only the members that were asked for. */
    static ObjectNode selected(ObjectNode resource, Set<String> fields) {
        if (!fields.isEmpty()) {
            resource.retain(resource.propertyStream()
                    .map(Map.Entry::getKey)
                    .filter(name -> fields.contains(name) || ALWAYS.contains(name))
                    .toList());
        }
        return resource;
    }
}
