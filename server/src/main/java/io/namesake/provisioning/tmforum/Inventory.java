package io.namesake.provisioning.tmforum;

import io.namesake.access.OperatorId;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.registry.Line;
import io.namesake.registry.LineIdentifier;
import io.namesake.registry.LineInventory;
import io.namesake.registry.LineInventory.Filter;
import io.namesake.registry.LineStatus;
import io.namesake.registry.Lines;
import io.namesake.registry.Service;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.node.ObjectNode;

/** Lines as resources of an inventory. */
@Component
class Inventory {
    private final LineInventory inventory;
    private final Lines lines;

    Inventory(LineInventory inventory, Lines lines) {
        this.inventory = inventory;
        this.lines = lines;
    }

    /**
     * Whose words are filtered by.
     *
     * @param parameter of the query
     * @param words what each status is called
     */
    record ByStatus(String parameter, Function<LineStatus, String> words) {}

    /** @throws Problem {@code request-invalid} */
    ResponseEntity<List<ObjectNode>> list(
            OperatorId operator,
            MultiValueMap<String, String> query,
            List<ByStatus> byStatus,
            Function<Line, ObjectNode> resource) {
        var filters = new HashSet<>(Set.of("name", "serviceType"));
        byStatus.forEach(one -> filters.add(one.parameter()));
        var listing = Listing.of(query, filters);
        var filter = filter(query, byStatus);
        var found = inventory.page(operator, filter, listing.offset(), listing.limit()).stream()
                .map(resource)
                .toList();
        return listing.answer(found, inventory.count(operator, filter));
    }

    private static Filter filter(MultiValueMap<String, String> query, List<ByStatus> byStatus) {
        Set<LineStatus> statuses = EnumSet.allOf(LineStatus.class);
        for (var one : byStatus) {
            var word = query.getFirst(one.parameter());
            if (word != null) {
                statuses.retainAll(InventoryStates.called(word, one.words()));
            }
        }
        var kind = query.getFirst("serviceType");
        var services = kind == null
                ? EnumSet.allOf(Service.class)
                : ServiceKind.named(kind).map(Set::of).orElse(Set.of());
        var name = query.getFirst("name");
        // What cannot be a line is the name of none.
        return new Filter(
                statuses,
                services,
                name == null ? null : LineIdentifier.normalised(name).orElse(""));
    }

    /** @throws Problem {@code line-unknown} */
    Line line(OperatorId operator, UUID id) {
        return lines.byId(operator, id).orElseThrow(() -> new Problem(ProblemType.LINE_UNKNOWN));
    }
}
