package io.namesake.registry;

import io.namesake.access.OperatorId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Slices of an operator's lines, for whoever goes through them one after the other. It gives ids, and says nothing of who holds them. */
public interface CampaignLines {

    /**
     * Which lines: those that are in use and meet every condition that is not null.
     *
     * @param service of this service
     * @param status {@link LineStatus#ACTIVE}, {@link LineStatus#LIMITED} or {@link LineStatus#UNVERIFIED}
     * @param verifiedBefore whose current holder was last verified before this moment, or never
     */
    record Slice(
            @Nullable Service service,
            @Nullable LineStatus status,
            @Nullable Instant verifiedBefore) {}

    /**
     * The next lines of a slice, in an order that never changes.
     *
     * @param after the last line of the page before; null for the first page
     * @param limit at most so many, 1 to 10,000
     */
    List<UUID> page(OperatorId operator, Slice slice, @Nullable UUID after, int limit);

    /** How many lines are in the slice now. */
    long count(OperatorId operator, Slice slice);
}
