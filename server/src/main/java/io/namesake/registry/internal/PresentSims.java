package io.namesake.registry.internal;

import io.namesake.registry.EquipmentKind;
import io.namesake.registry.LineSims;
import io.namesake.registry.internal.EquipmentTable.Part;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells one card's numbers from those of the card before it: a number of a kind that was told already begins another card. */
@Component
class PresentSims implements LineSims {
    private static final int MOST = 200;

    private final EquipmentTable equipment;

    PresentSims(EquipmentTable equipment) {
        this.equipment = equipment;
    }

    @Override
    @Transactional(readOnly = true)
    public SortedMap<EquipmentKind, String> of(UUID lineId) {
        Map<EquipmentKind, Part> card = new EnumMap<>(EquipmentKind.class);
        for (var part : equipment.of(lineId, MOST).reversed()) {
            if (!part.kind().isSim()) {
                continue;
            }
            if (card.containsKey(part.kind())) {
                card.clear();
            }
            card.put(part.kind(), part);
        }
        return card.values().stream()
                .filter(part -> part.until() == null)
                .collect(Collectors.toMap(Part::kind, Part::value, (_, last) -> last, TreeMap::new));
    }
}
