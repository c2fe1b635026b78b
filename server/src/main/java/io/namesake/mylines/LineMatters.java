package io.namesake.mylines;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What another module has under way about lines, for their holder's eyes. Each module that has such things implements it. */
public interface LineMatters {

    /** What is under way about any of these lines. */
    List<Matter> of(Set<UUID> lineIds);

    /**
     * Something that is under way.
     *
     * @param lineId about which line
     * @param kind what it is, a stable code such as {@code REMEDIATION} or {@code TRANSFER}
     * @param caseId its id, for whoever handles it
     * @param state where it stands, a stable code of the module
     * @param nextStepAt when something happens next; null when no time is running
     */
    record Matter(
            UUID lineId,
            String kind,
            UUID caseId,
            String state,
            @Nullable Instant nextStepAt) {}
}
