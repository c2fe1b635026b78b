package io.namesake.architecture;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.MigratedDatabase;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Promise 1 in the database: no column can hold a face template, and no table can be searched by a face. */
class SchemaTest {
    private static final JdbcClient JDBC = MigratedDatabase.create().jdbc();

    /** Every column whose type could hold a template, and why it holds none. Whoever adds one explains it here. */
    private static final Map<String, String> ALLOWED = Map.ofEntries(
            entry("access_server.sealed_secret", "the secret that an operator's access server shares with us, sealed"),
            entry("evidence.sealed", "pictures, typed fields and quality measures, sealed, erased with the decision"),
            entry(
                    "idempotency_key.sealed_response",
                    "the first answer to a request of an operator, sealed; no evidence"),
            entry("holder.sealed_details", "names, number and birth date of a holder, sealed"),
            entry("holder_index.sealed_source", "number and birth date of a document that was renewed, sealed"),
            entry("line_equipment.sealed_value", "numbers of SIM cards and circuits, an address; sealed"),
            entry("dispute_hearing.sealed_statement", "what the user of a disputed line said, sealed"),
            entry("passkey.public_key", "a public key (COSE) whose private half stays in the person's device"),
            entry("passkey.attestation", "what the device said when it made that key; of the key, not of the person"),
            entry("line_user.sealed_label", "the holder's own word for who uses a line, sealed"),
            entry("sim_change.sealed_value", "the number of a SIM that a line is to get, sealed, gone with the case"),
            entry("rate_limit_bucket.state", "how many calls a caller has left; Bucket4j's, 100 bytes or so"),
            entry("remediation_case.sealed_contact", "how a person is reached, sealed, gone with the case"),
            entry("remediation_case.sealed_appeal", "what a person wrote in an appeal, sealed, gone with the case"),
            entry("remediation_notice.sealed_message", "a notice with its address, sealed, gone once it was sent"),
            entry("remediation_timer.task_data", "db-scheduler's, never written: a task carries an id alone"),
            entry("audit_entry.hash", "SHA-256, 32 bytes by a constraint"),
            entry("audit_entry.previous_hash", "SHA-256, 32 bytes by a constraint"),
            entry("audit_head.hash", "SHA-256, 32 bytes by a constraint"),
            entry("webhook_endpoint.sealed_previous_secret", "the key before that one, until its time is over; sealed"),
            entry("webhook_endpoint.sealed_secret", "the key that signs an operator's webhooks, sealed"),
            entry("webhook_endpoint.event_types", "names of event types, out of a closed list"),
            entry("webhook_endpoint.listens_to", "names of TM Forum's notifications, out of a closed list"),
            entry("case_key.wrapped_key", "a key of 32 random bytes that seals one case, encrypted"),
            entry("audit_subtree.hash", "SHA-256 of a piece of the log, 32 bytes by a constraint"),
            entry(
                    "review_opinion.sealed_attestation",
                    "what an agent typed, sealed until a second agent agrees; no picture"),
            entry("review_seed_evidence.sealed", "drawn pictures and made-up fields of a case about nobody, sealed"),
            entry("staff_account.sealed_totp", "the secret that a device of one of the staff shares, sealed"),
            entry("staff_invitation.sealed_totp", "the same before it is set up, sealed, gone with the link"),
            entry(
                    "staff_passkey.attestation",
                    "what the device said when it made that key; of the key, not of the person"),
            entry(
                    "staff_passkey.public_key",
                    "a public key (COSE) whose private half stays in the device of one of the staff"),
            entry("token_signing_key.sealed_key", "a private key that signs access tokens of API clients, sealed"),
            entry("wallet_request.sealed", "state, nonce and ephemeral key of an open request to a wallet, sealed"));

    @Test
    void every_column_that_could_hold_a_template_is_known_and_explained() {
        var found = JDBC.sql("""
                        select table_name || '.' || column_name from information_schema.columns
                        where table_schema not in ('pg_catalog', 'information_schema')
                          and (data_type in ('bytea', 'ARRAY', 'json', 'jsonb', 'xml', 'USER-DEFINED', 'oid', 'bit', 'bit varying')
                               or udt_name like '\\_%')
                        """).query(String.class).list();
        assertThat(found).containsExactlyInAnyOrderElementsOf(ALLOWED.keySet());
    }

    @Test
    void no_extension_is_installed_that_searches_by_likeness() {
        assertThat(JDBC.sql("select extname from pg_extension")
                        .query(String.class)
                        .list())
                .containsExactly("plpgsql");
    }

    @Test
    void evidence_can_only_be_of_kinds_that_are_no_templates() {
        var rule = JDBC.sql("""
                        select pg_get_constraintdef(oid) from pg_constraint
                        where conrelid = 'evidence'::regclass and contype = 'c'
                        """).query(String.class).single();
        assertThat(rule.replaceAll("[^A-Z_]+", " ").strip().split(" "))
                .contains(
                        "DOCUMENT_IMAGE",
                        "DOCUMENT_FIELDS",
                        "DOCUMENT_QUALITY",
                        "SELFIE_IMAGE",
                        "SELFIE_QUALITY",
                        "SELFIE_CHALLENGE")
                .noneMatch(word -> word.matches(".*(TEMPLATE|EMBEDDING|VECTOR|DESCRIPTOR|FEATURE).*"));
    }
}
