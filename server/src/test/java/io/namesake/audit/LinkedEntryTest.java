package io.namesake.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.access.OperatorId;
import io.namesake.audit.merkle.Hash;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LinkedEntryTest {
    private static final Instant TIME = Instant.parse("2026-11-23T17:40:00Z");
    private static final OperatorId OPERATOR = new OperatorId(UUID.fromString("0b2ff30a-6b28-4c0e-9d6b-2f8a3a5f1c11"));
    private static final AuditEntry VERIFIED = new AuditEntry(
            OPERATOR,
            "application.verified",
            "7d0c5f0e-53a5-4a0e-8b7a-0f3f1a2b3c4d",
            Map.of("service", "MOBILE", "outcome", "VERIFIED"));

    @Test
    void the_hash_is_what_the_documented_format_gives_outside_of_java() {
        // Computed by the Python program in docs/audit-log.md.
        var first = LinkedEntry.linked(1, Hash.GENESIS, TIME, VERIFIED);
        assertThat(first.hash().hex()).isEqualTo("2d7d95aeff850a3a52c4e10d38f9ec288438a51b008cbb12223ad1805c57f5b5");

        var second = LinkedEntry.linked(
                2,
                first.hash(),
                Instant.parse("2026-11-23T17:40:01.250001999Z"),
                new AuditEntry(null, "server.started", "namesake"));
        assertThat(second.hash().hex()).isEqualTo("b7f60ddca5b4cc2a609b917ea5255c200ce4a5fd43d1fd7f23b03d2a7718ae0e");
    }

    @Test
    void every_part_of_an_entry_changes_its_hash() {
        var entry = LinkedEntry.linked(1, Hash.GENESIS, TIME, VERIFIED);
        var others = List.of(
                LinkedEntry.linked(2, Hash.GENESIS, TIME, VERIFIED),
                LinkedEntry.linked(1, entry.hash(), TIME, VERIFIED),
                LinkedEntry.linked(1, Hash.GENESIS, TIME.plusNanos(1000), VERIFIED),
                LinkedEntry.linked(1, Hash.GENESIS, TIME, new AuditEntry(null, "application.verified", "7d0c5f0e")),
                LinkedEntry.linked(1, Hash.GENESIS, TIME, new AuditEntry(OPERATOR, "application.verified", "7d0c5f0e")),
                LinkedEntry.linked(1, Hash.GENESIS, TIME, new AuditEntry(OPERATOR, "application.verified7", "d0c5f0e")),
                LinkedEntry.linked(
                        1, Hash.GENESIS, TIME, new AuditEntry(OPERATOR, "application.verified", "7", Map.of("a", ""))),
                LinkedEntry.linked(
                        1,
                        Hash.GENESIS,
                        TIME,
                        new AuditEntry(OPERATOR, "application.verified", "7", Map.of("b", "a"))));

        assertThat(others).extracting(LinkedEntry::hash).doesNotHaveDuplicates().doesNotContain(entry.hash());
    }
}
