package io.namesake.registry.imports;

import io.namesake.crypto.Vault;
import io.namesake.registry.internal.HolderSeal;
import io.namesake.registry.internal.IdentityKeys;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Checks rows, seals what is personal in them and computes their keys: most of an import's work, on as many threads as there are. */
@Component
class Preparation {
    private final IdentityKeys keys;
    private final HolderSeal seal;
    private final Vault vault;
    private final OrderedIds ids;
    private final Clock clock;

    Preparation(IdentityKeys keys, HolderSeal seal, Vault vault, OrderedIds ids, Clock clock) {
        this.keys = keys;
        this.seal = seal;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
    }

    /** What became of some rows. */
    record Prepared(List<PreparedRow> right, List<RowFault> faults, int wrongRows) {}

    Prepared prepare(List<RawRow> rows) {
        // Where it is latest on earth, so that nobody's today is the future.
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(14));
        var right = new ArrayList<PreparedRow>(rows.size());
        var faults = new ArrayList<RowFault>();
        int wrong = 0;
        for (var row : rows) {
            switch (RowCheck.check(row, today)) {
                case RowCheck.Checked.Right(DeclaredLine line) -> right.add(prepare(row.number(), line));
                case RowCheck.Checked.Wrong(List<RowFault> found) -> {
                    faults.addAll(found);
                    wrong++;
                }
            }
        }
        return new Prepared(right, faults, wrong);
    }

    private PreparedRow prepare(long number, DeclaredLine line) {
        var holder = ids.next();
        var equipment = new EnumMap<ImportColumn, PreparedRow.SealedEquipment>(ImportColumn.class);
        line.equipment().forEach((kind, value) -> {
            var id = ids.next();
            equipment.put(
                    kind,
                    new PreparedRow.SealedEquipment(
                            id, vault.seal(value.getBytes(StandardCharsets.UTF_8), placeOfEquipment(id))));
        });
        return new PreparedRow(
                number,
                line,
                holder,
                seal.sealed(holder, line.holder()),
                keys.toKeep(line.holder()),
                keys.toFind(line.holder()),
                equipment);
    }

    /** Binds a sealed value to its row. */
    static byte[] placeOfEquipment(UUID id) {
        return ("line-equipment/" + id).getBytes(StandardCharsets.UTF_8);
    }
}
