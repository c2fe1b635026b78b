package io.namesake.registry;

import java.util.SortedMap;
import java.util.UUID;

/** Which SIM a line has, for whoever has to tell its operator's own network. */
public interface LineSims {

    /**
     * The numbers of the SIM that the line has now. Of a SIM that came in the place of another, only those that were told since then: what
     * is left of the card before it is none of this one.
     *
     * @param lineId a line
     * @return empty when nobody told of any
     */
    SortedMap<EquipmentKind, String> of(UUID lineId);
}
