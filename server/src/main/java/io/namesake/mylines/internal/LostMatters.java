package io.namesake.mylines.internal;

import io.namesake.mylines.LineMatters;
import io.namesake.registry.LostLines;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Lines that are reported lost, for their holder's list. */
@Component
class LostMatters implements LineMatters {
    private final LostLines lost;

    LostMatters(LostLines lost) {
        this.lost = lost;
    }

    @Override
    public List<Matter> of(Set<UUID> lineIds) {
        return lost.lostOf(lineIds).stream()
                .map(line -> new Matter(line, "LOST", line, "REPORTED", null))
                .toList();
    }
}
