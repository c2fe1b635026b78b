package io.namesake.remediation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.MigratedDatabase;
import io.namesake.crypto.KeyKind;
import io.namesake.crypto.KeyUse;
import io.namesake.crypto.Keyset;
import io.namesake.crypto.Resealable;
import io.namesake.crypto.Vault;
import io.namesake.crypto.VaultOfKeys;
import io.namesake.language.Language;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is sealed in a case outlives the key that sealed it. */
class SealedRemediationTest {
    private final MigratedDatabase database = MigratedDatabase.create();
    private final JsonMapper json = new JsonMapper();
    private final UUID id = UUID.randomUUID();
    private final Contact contact = new Contact("token", "erika@example.org", "customer-1");
    private final NoticeMessage message = new NoticeMessage("+8613800138000", "About", "Text", Language.CHINESE);

    @Test
    void after_a_rotation_nothing_needs_the_old_key_and_everything_opens_as_before() throws Exception {
        var old = Keyset.generate(KeyKind.SEALING);
        store(new Contacts(VaultOfKeys.of(old), json));
        var rotated = old.rotated();
        var columns = columns(VaultOfKeys.of(rotated));
        assertThat(columns)
                .extracting(Resealable::column)
                .containsExactly(
                        "remediation_case.sealed_contact",
                        "remediation_case.sealed_appeal",
                        "remediation_notice.sealed_message");

        columns.forEach(column -> assertThat(column.resealSome(100)).isEqualTo(1));
        columns.forEach(column -> assertThat(column.resealSome(100)).isZero());

        var oldKey = old.keys().getFirst().id();
        try (var connection = database.dataSource().getConnection()) {
            assertThat(KeyUse.count(connection, rotated))
                    .hasSize(3)
                    .noneMatch(use -> use.keyId().equals(oldKey));
        }
        var without = new Contacts(VaultOfKeys.of(rotated.withKey(oldKey, false)), json);
        assertThat(without.contact(id, sealed("sealed_contact", "remediation_case")))
                .isEqualTo(contact);
        assertThat(without.statement(id, sealed("sealed_appeal", "remediation_case")))
                .isEqualTo("It is mine.");
        assertThat(without.message(id, sealed("sealed_message", "remediation_notice")))
                .isEqualTo(message);
    }

    private List<Resealable> columns(Vault vault) {
        var beans = new SealedRemediation();
        var jdbc = database.jdbc();
        return List.of(
                beans.sealedContacts(jdbc, vault), beans.sealedAppeals(jdbc, vault), beans.sealedNotices(jdbc, vault));
    }

    private void store(Contacts contacts) {
        database.jdbc()
                .sql("""
                        insert into remediation_case (id, operator_id, line_id, doubt, cause_reference, terms, opened_at, phase,
                            changed_at, token_sha256, sealed_contact, sealed_appeal)
                        values (:id, :id, :id, 'CAMPAIGN', 'x', '', now(), 'UNREACHED', now(), 'x', :contact, :appeal)
                        """)
                .param("id", id)
                .param("contact", contacts.seal(id, contact))
                .param("appeal", contacts.sealStatement(id, "It is mine."))
                .update();
        database.jdbc()
                .sql("""
                        insert into remediation_notice (id, case_id, operator_id, kind, channel, status, created_at, changed_at,
                            sealed_message)
                        values (:id, :id, :id, 'DOUBT', 'SMS', 'PENDING', now(), now(), :message)
                        """)
                .param("id", id)
                .param("message", contacts.seal(id, message))
                .update();
    }

    private byte[] sealed(String column, String table) {
        return database.jdbc()
                .sql("select " + column + " from " + table)
                .query((row, number) -> row.getBytes(1))
                .single();
    }
}
