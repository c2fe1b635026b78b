package io.namesake.registry.imports;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A row with all that can be computed without the database.
 *
 * @param number the row's
 * @param line what it declares
 * @param newHolder the id of its holder, should it be one whom nobody knows
 * @param sealedHolder the details, sealed for that id
 * @param keep the keyed hashes under which the holder is found again
 * @param find those under which they may be known already
 * @param equipment the sealed values by the id of their row
 */
record PreparedRow(
        long number,
        DeclaredLine line,
        UUID newHolder,
        byte[] sealedHolder,
        List<String> keep,
        List<String> find,
        Map<ImportColumn, SealedEquipment> equipment) {

    /** One value for the table {@code line_equipment}. */
    record SealedEquipment(UUID id, byte[] value) {
        @Override
        public String toString() {
            return "SealedEquipment[" + id + "]";
        }
    }

    @Override
    public String toString() {
        return "PreparedRow[" + number + "]";
    }
}
