package io.namesake.registry;

import io.namesake.access.OperatorId;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An operator's own lines, page by page in the order of their names: which there are, and never who holds them. */
public interface LineInventory {
    /** So many lines can be counted and skipped; who wants more narrows the filter. */
    int FARTHEST = 100_000;

    /**
     * Some of them.
     *
     * @param offset how many to skip, 0 to {@link #FARTHEST}
     * @param limit at most so many, 1 or more
     */
    List<Line> page(OperatorId operator, Filter filter, int offset, int limit);

    /** How many there are; empty when they are more than {@link #FARTHEST}. */
    OptionalInt count(OperatorId operator, Filter filter);

    /**
     * Which lines.
     *
     * @param statuses in one of these
     * @param services of one of these
     * @param identifier only this one, in its normal form; null for any
     */
    record Filter(
            Set<LineStatus> statuses,
            Set<Service> services,
            @Nullable String identifier) {
        public Filter {
            statuses = Set.copyOf(statuses);
            services = Set.copyOf(services);
        }
    }
}
