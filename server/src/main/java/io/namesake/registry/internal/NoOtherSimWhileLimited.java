package io.namesake.registry.internal;

import io.namesake.registry.EquipmentKind;
import io.namesake.registry.Line;
import io.namesake.registry.SimChangeRule;
import org.springframework.stereotype.Component;

/** While it is unclear whose line it is, nobody gets another SIM for it. */
@Component
class NoOtherSimWhileLimited implements SimChangeRule {

    @Override
    public void require(Line line, EquipmentKind kind, String value) {
        LineChanges.requireWithoutLimits(line);
    }
}
