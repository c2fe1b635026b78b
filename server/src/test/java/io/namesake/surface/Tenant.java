package io.namesake.surface;

import io.namesake.TestHttp;
import io.namesake.access.AccessRule;
import io.namesake.access.OperatorId;
import io.namesake.access.SecretToken;
import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditLog;
import io.namesake.registry.HolderDetails;
import io.namesake.registry.Holders;
import io.namesake.registry.Organisations;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An operator with one row of everything that an operation can name, and a caller of each kind. Nothing in it moves by itself: the
 * rows are in states in which no worker touches them.
 */
final class Tenant {
    private final BeanFactory beans;
    private final JdbcClient jdbc;
    private final Map<String, String> tokens = new LinkedHashMap<>();

    final UUID operator = UUID.randomUUID();
    /** In every name and address of this operator, so that an answer with any of its data can be told by it. */
    final String mark = "mark" + operator.toString().substring(0, 8);

    final String number = "+86139" + ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000);
    final UUID line = UUID.randomUUID();
    final UUID application = UUID.randomUUID();
    final UUID staff = UUID.randomUUID();
    final UUID endpoint = UUID.randomUUID();
    final String event = "evt-" + UUID.randomUUID();
    final UUID dispute = UUID.randomUUID();
    final UUID transfer = UUID.randomUUID();
    final UUID radiusServer = UUID.randomUUID();
    final UUID accessServer = UUID.randomUUID();
    final UUID lineImport = UUID.randomUUID();
    final UUID review = UUID.randomUUID();
    final UUID campaign = UUID.randomUUID();
    final UUID notice = UUID.randomUUID();
    final UUID ending = UUID.randomUUID();
    final UUID consent = UUID.randomUUID();
    final UUID session = UUID.randomUUID();
    final UUID cancellation = UUID.randomUUID();
    final String passkey = SecretToken.random(new SecureRandom());
    final String staffPasskey = SecretToken.random(new SecureRandom());
    private final UUID holding = UUID.randomUUID();
    UUID person = new UUID(0, 0);
    UUID organisation = new UUID(0, 0);
    UUID client = new UUID(0, 0);
    String remediation = "";
    long auditEntry;

    Tenant(BeanFactory beans) {
        this.beans = beans;
        this.jdbc = beans.getBean(JdbcClient.class);
        insert("operator", "id", operator, "name", mark);
        credentials();
        registry();
        cases();
        network();
        orders();
        programs();
        beans.getBean(AuditLog.class).append(new AuditEntry(new OperatorId(operator), "test.tenant", mark, Map.of()));
        auditEntry = jdbc.sql("select max(seq) from audit_entry where operator_id = :operator")
                .param("operator", operator)
                .query(Long.class)
                .single();
        // A proof needs a checkpoint that signs the entry.
        beans.getBean(TestHttp.class)
                .bearer(token("operator"))
                .post()
                .uri("/v1/audit/checkpoints")
                .exchange()
                .expectStatus()
                .isOk();
    }

    /** The token of a caller: operator, staff, auditor, applicant, holder, network or client. */
    String token(String caller) {
        return tokens.get(caller);
    }

    /** Sessions can be ended by what is called, and calls are counted; these callers are new. */
    void freshCallers() {
        staff(UUID.randomUUID(), "staff", "AGENT,REVIEWER,SUPERVISOR,ENGINEER");
        staff(UUID.randomUUID(), "auditor", "AUDITOR,SUPERVISOR,ENGINEER");
        session("capture_session", "nsc_", "applicant", "application_id", application, "operator_id", operator);
        session("holder_session", "nsh_", "holder", "holder_id", person, "opened_by", "APPLICATION");
    }

    /** Who may call by a rule. */
    static List<String> callers(AccessRule rule) {
        var callers = new ArrayList<String>();
        if (rule.anyone()) {
            callers.add("anyone");
        }
        if (rule.applicant()) {
            callers.add("applicant");
        }
        if (rule.holder()) {
            callers.add("holder");
        }
        if (rule.operator()) {
            callers.add("operator");
        }
        if (rule.network()) {
            callers.add("network");
        }
        if (!rule.roles().isEmpty()) {
            callers.add("staff");
            callers.add("auditor");
        }
        if (!rule.scopes().isEmpty()) {
            callers.add("client");
        }
        return callers;
    }

    private void credentials() {
        var secret = secret();
        var id = secret.replace("_", "").replace("-", "").substring(0, 12);
        insert("operator_api_key", "id", id, "operator_id", operator, "secret_sha256", SecretToken.sha256(secret));
        tokens.put("operator", "nsk_" + id + "_" + secret);
        staff(staff, "staff", "AGENT,REVIEWER,SUPERVISOR,ENGINEER");
        insert(
                "staff_session",
                "id",
                session,
                "staff_id",
                staff,
                "secret_sha256",
                SecretToken.sha256(mark),
                "browser",
                "Firefox",
                "opened_at",
                now(),
                "last_used_at",
                now());
        insert("staff_account", "staff_id", staff, "number", mark);
        passkey("staff_passkey", staffPasskey, "staff_id", staff);
        var server = secret();
        insert(
                "radius_server",
                "id",
                radiusServer,
                "operator_id",
                operator,
                "name",
                mark,
                "secret_sha256",
                SecretToken.sha256(server));
        tokens.put("network", "nsr_" + plain(radiusServer) + "_" + server);
    }

    private void staff(UUID id, String caller, String roles) {
        var secret = secret();
        insert(
                "staff",
                "id",
                id,
                "operator_id",
                operator,
                "name",
                mark,
                "roles",
                roles,
                "secret_sha256",
                SecretToken.sha256(secret));
        tokens.put(caller, "nst_" + plain(id) + "_" + secret);
    }

    private void registry() {
        var details =
                new HolderDetails(mark, "Ada", UUID.randomUUID().toString(), LocalDate.of(1990, 1, 1), "CHN", null);
        person = beans.getBean(TransactionTemplate.class)
                .execute(_ -> beans.getBean(Holders.class).recognise(details));
        organisation = beans.getBean(Organisations.class)
                .register(person, new OperatorId(operator), mark + " Ltd", mark, "CN")
                .id();
        insert(
                "application",
                "id",
                application,
                "operator_id",
                operator,
                "service",
                "MOBILE",
                "line",
                number,
                "language",
                "en",
                "state",
                "CREATED",
                "updated_at",
                now(),
                "expires_at",
                later());
        insert(
                "line",
                "id",
                line,
                "operator_id",
                operator,
                "service",
                "MOBILE",
                "identifier",
                number,
                "status",
                "UNVERIFIED",
                "since",
                now());
        insert(
                "holding",
                "id",
                holding,
                "line_id",
                line,
                "holder_id",
                person,
                "held_from",
                now(),
                "verified_at",
                now());
        jdbc.sql("update line set status = 'ACTIVE', holding_id = :holding where id = :id")
                .param("holding", holding)
                .param("id", line)
                .update();
        insert(
                "line_transfer",
                "id",
                transfer,
                "line_id",
                line,
                "operator_id",
                operator,
                "kind",
                "HANDOVER",
                "giver_id",
                person,
                "holding_id",
                holding,
                "token_sha256",
                mark,
                "state",
                "OFFERED",
                "offered_at",
                now(),
                "due_at",
                later());
        insert(
                "line_ending",
                "id",
                ending,
                "line_id",
                line,
                "holder_id",
                person,
                "ended_at",
                now(),
                "undo_until",
                later());
        passkey("passkey", passkey, "holder_id", person);
        insert(
                "line_import",
                "id",
                lineImport,
                "operator_id",
                operator,
                "file_sha256",
                SecretToken.sha256(mark),
                "rows_done",
                1,
                "imported",
                1,
                "unchanged",
                0,
                "refused",
                0,
                "holders_made",
                1,
                "started_at",
                now(),
                "changed_at",
                now(),
                "finished_at",
                now());
    }

    private void cases() {
        insert(
                "dispute",
                "id",
                dispute,
                "operator_id",
                operator,
                "line_id",
                line,
                "holding_id",
                holding,
                "holder_id",
                person,
                "state",
                "OPEN",
                "claim",
                "NEVER_TOOK_IT",
                "opened_at",
                now(),
                "due_at",
                later());
        insert(
                "review_case",
                "id",
                review,
                "event_id",
                UUID.randomUUID(),
                "operator_id",
                operator,
                "application_id",
                UUID.randomUUID(),
                "kind",
                "PICTURES",
                "reasons",
                "",
                "skill",
                "PRINTED",
                "stage",
                "OPEN",
                "opened_at",
                now(),
                "due_at",
                later());
        insert(
                "remediation_campaign",
                "id",
                campaign,
                "operator_id",
                operator,
                "name",
                mark,
                "pace",
                1,
                "capacity",
                1,
                "state",
                "PAUSED",
                "lines",
                1);
        remediation = beans.getBean(TestHttp.class)
                .bearer(token("operator"))
                .post()
                .uri("/v1/remediations")
                .body(Map.of("line", number, "doubt", "DATA_ERRORS", "reference", mark))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .get("id")
                .asString();
        jdbc.sql("delete from remediation_timer where task_instance like :case")
                .param("case", remediation + "%")
                .update();
        jdbc.sql("update remediation_case set phase = 'AWAITING_DECISION', due_at = null where id = :id::uuid")
                .param("id", remediation)
                .update();
        insert(
                "remediation_notice",
                "id",
                notice,
                "case_id",
                UUID.fromString(remediation),
                "operator_id",
                operator,
                "kind",
                "DECISION_DUE",
                "channel",
                "LETTER",
                "status",
                "SENT",
                "changed_at",
                now());
    }

    private void network() {
        insert(
                "webhook_endpoint",
                "id",
                endpoint,
                "operator_id",
                operator,
                "url",
                "https://" + mark + ".example/hook",
                "sealed_secret",
                new byte[] {1},
                "disabled_at",
                now());
        insert(
                "webhook_delivery",
                "endpoint_id",
                endpoint,
                "event_id",
                event,
                "type",
                "line.activated",
                "body",
                cloudEvent(),
                "status",
                "GIVEN_UP");
        insert(
                "operator_event",
                "operator_id",
                operator,
                "number",
                1,
                "event_id",
                event,
                "type",
                "line.activated",
                "body",
                cloudEvent());
        jdbc.sql("insert into operator_event_number (operator_id, last) values (:operator, 1)")
                .param("operator", operator)
                .update();
        insert(
                "access_server",
                "id",
                accessServer,
                "operator_id",
                operator,
                "address",
                "192.0.2.7",
                "port",
                3799,
                "means",
                "DISCONNECT",
                "sealed_secret",
                new byte[] {1});
    }

    /** An order that was cancelled, and a line that could not be brought to how it stands. */
    private void orders() {
        insert(
                "service_order",
                "id",
                application,
                "operator_id",
                operator,
                "ordered_at",
                now(),
                // So that nobody looks at it in the background.
                "state",
                "CANCELLED",
                "cancelled_at",
                now(),
                "cancellation_id",
                cancellation,
                "cancellation_reason",
                mark);
        insert(
                "service_order_item",
                "order_id",
                application,
                "place",
                1,
                "item_id",
                "1",
                "action",
                "ADD",
                "service",
                "MOBILE",
                "line",
                number,
                "application_id",
                application);
        insert(
                "line_activation",
                "line_id",
                line,
                "operator_id",
                operator,
                "requested_at",
                now(),
                "failures",
                1,
                "failure",
                "REFUSED");
    }

    private String cloudEvent() {
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "specversion",
                        "1.0",
                        "id",
                        event,
                        "source",
                        "https://" + mark + ".example",
                        "type",
                        "io.namesake.line.activated.v1",
                        "data",
                        Map.of("line", number)));
    }

    private void programs() {
        var http = beans.getBean(TestHttp.class);
        var added = http.bearer(token("operator"))
                .post()
                .uri("/v1/api-clients")
                .body(Map.of("name", mark, "kind", "THIRD_PARTY", "scopes", new String[] {
                    "kyc-match:match", "kyc-tenure:check-tenure", "sim-swap:check"
                }))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        client = UUID.fromString(added.findPath("id").asString());
        tokens.put(
                "client", TokenOf.client(http, client, added.findPath("secret").asString()));
        insert(
                "disclosure_consent",
                "id",
                consent,
                "operator_id",
                operator,
                "client_id",
                client,
                "client_name",
                mark,
                "line_id",
                line,
                "holder_id",
                person,
                "scopes",
                "kyc-match:match",
                "purpose",
                "FRAUD_PREVENTION",
                "state",
                "REQUESTED",
                "requested_at",
                now(),
                "ends_at",
                later());
    }

    private void session(String table, String prefix, String caller, Object... columns) {
        var id = plain(UUID.randomUUID());
        var secret = secret();
        var all = new Object[columns.length + 8];
        System.arraycopy(
                new Object[] {
                    "id", id, "secret_sha256", SecretToken.sha256(secret), "opened_at", now(), "last_used_at", now()
                },
                0,
                all,
                0,
                8);
        System.arraycopy(columns, 0, all, 8, columns.length);
        insert(table, all);
        tokens.put(caller, prefix + id + "_" + secret);
    }

    /** Names and values in turn; {@code created_at} is now, and whatever else must be a time of verification, too. */
    private void passkey(String table, String id, String whose, UUID owner) {
        insert(
                table,
                "credential_id",
                id,
                whose,
                owner,
                "public_key",
                new byte[] {1},
                "attestation",
                new byte[] {1},
                "sign_count",
                1,
                "transports",
                "",
                "backup_eligible",
                false,
                "backed_up",
                false,
                "label",
                mark,
                "last_used_at",
                now());
    }

    private void insert(String table, Object... columns) {
        var values = new LinkedHashMap<String, Object>();
        for (int i = 0; i < columns.length; i += 2) {
            values.put((String) columns[i], columns[i + 1]);
        }
        for (var time : new String[] {"created_at", "verified_at"}) {
            if (!values.containsKey(time) && isRequired(table, time)) {
                values.put(time, now());
            }
        }
        var names = String.join(", ", values.keySet());
        jdbc.sql("insert into " + table + " (" + names + ") values (:" + names.replace(", ", ", :") + ")")
                .params(values)
                .update();
    }

    private boolean isRequired(String table, String column) {
        return jdbc.sql("""
                        select exists (select from information_schema.columns
                        where table_name = :table and column_name = :column and is_nullable = 'NO')
                        """)
                .param("table", table)
                .param("column", column)
                .query(Boolean.class)
                .single();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(beans.getBean(Clock.class).instant(), ZoneOffset.UTC);
    }

    private OffsetDateTime later() {
        return now().plusDays(30);
    }

    private static String secret() {
        return SecretToken.random(new SecureRandom());
    }

    private static String plain(UUID id) {
        return id.toString().replace("-", "");
    }
}
