package io.namesake.surface;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.NamesakeTest;
import io.namesake.StatementLog;
import io.namesake.TestHttp;
import io.namesake.access.AccessRule;
import io.namesake.access.AccessRules;
import io.namesake.database.CurrentScope;
import io.namesake.database.Scope;
import io.namesake.surface.ApiFile.Operation;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every operation, as each caller of one operator, with another's real identifiers: the answer is the one for identifiers that
 * nobody has, by the same statements, tells nothing of the other, and changes nothing there.
 */
@NamesakeTest
class TenantSweepTest {
    /** Operations that rightly answer otherwise than "there is no such thing", for foreign and unknown names alike. */
    private static final Map<String, String> NO_REFUSAL = Map.ofEntries(
            Map.entry("POST /v1/applications", "a number of another operator can be asked for: it may be ported"),
            Map.entry(
                    "POST /v1/radius/authorize",
                    "a line that is not there is rejected or walled, as a sentence to the network"),
            Map.entry(
                    "POST /v1/consent-requests", "a wish about an unknown number looks like one that nobody answers"));

    /** A JWK set, which is described as an object: the public key of RFC 7517, appendix A.1. */
    private static final String KEY_SET = """
            {"keys":[{"kty":"EC","crv":"P-256","use":"sig","alg":"ES256","kid":"1",\
            "x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4","y":"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM"}]}""";

    private final ApiFile api = ApiFile.read();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, List<Integer>> answers = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    @Autowired
    private BeanFactory beans;

    @Autowired
    private TestHttp http;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private AccessRules policy;

    @Autowired
    private StatementLog statements;

    private Tenant other;
    private Tenant own;

    @BeforeEach
    void two_tenants() {
        other = new Tenant(beans);
        own = new Tenant(beans);
    }

    @Test
    void every_operation_is_described() {
        assertThat(operations())
                .allSatisfy(operation -> assertThat(Identifiers.describes(operation.path()))
                        .as(operation + " names something that Identifiers does not know")
                        .isTrue());
    }

    @Test
    void what_is_another_operators_is_as_if_it_were_not_there() throws Exception {
        var before = settled(other);
        for (var operation : operations()) {
            own.freshCallers();
            for (var caller : callers(operation)) {
                compare(operation, caller);
            }
        }
        SoftAssertions.assertSoftly(all -> {
            all.assertThat(faults).isEmpty();
            all.assertThat(digest(other)).as("rows of the other operator").isEqualTo(before);
            all.assertThat(unreached())
                    .as("operations at which no caller got as far as looking for the name")
                    .isEmpty();
        });
    }

    @Test
    void what_is_an_operators_own_is_found_by_the_same_calls() throws Exception {
        var lost = new ArrayList<String>();
        for (var operation : operations()) {
            if (!operation.method().equals("GET")
                    || !namesSomething(operation)
                    || !policyOf(operation).operator()) {
                continue;
            }
            var answer =
                    send(operation, "operator", Identifiers.filled(operation.path(), own), Identifiers.members(own));
            if (answer.status() == 404) {
                lost.add(operation + ": " + answer.text());
            }
        }
        assertThat(lost).isEmpty();
    }

    private List<Operation> operations() {
        return api.operations().stream()
                .filter(operation -> operation.path().startsWith("/v1/"))
                // Only a demo has them, and what is in a demo is for everybody.
                .filter(operation -> !operation.path().startsWith("/v1/demo"))
                .toList();
    }

    private void compare(Operation operation, String caller) throws Exception {
        var foreignPath = Identifiers.filled(operation.path(), other);
        var foreign = send(operation, caller, foreignPath, Identifiers.members(other));
        var what = operation + " as " + caller;
        var told = foreign.text().replace(foreignPath, "");
        for (var secret : List.of(other.mark, other.number, other.person.toString(), other.operator.toString())) {
            if (told.contains(secret) && !foreign.sent().contains(secret)) {
                faults.add(what + " told of the other operator: " + foreign.text());
            }
        }
        if (foreign.status() >= 500) {
            faults.add(what + " answered " + foreign.status());
        }
        if (!namesSomething(operation)) {
            return;
        }
        answers.computeIfAbsent(operation.toString(), _ -> new ArrayList<>()).add(foreign.status());
        var unknown = unknown(operation, caller);
        if (!foreign.statements().equals(unknown.statements())) {
            // The first of all may have filled a cache, such as that of the keys that sign tokens.
            foreign = send(operation, caller, foreignPath, Identifiers.members(other));
            unknown = unknown(operation, caller);
        }
        if (foreign.status() != unknown.status() || !foreign.normal().equals(unknown.normal())) {
            faults.add(what + ":\n  foreign " + foreign.status() + " " + foreign.normal() + "\n  unknown "
                    + unknown.status() + " " + unknown.normal());
        }
        if (!foreign.statements().equals(unknown.statements())) {
            faults.add(what + " asks the database otherwise:\n  foreign " + foreign.statements() + "\n  unknown "
                    + unknown.statements());
        }
    }

    private Answer unknown(Operation operation, String caller) throws Exception {
        return send(operation, caller, Identifiers.unknown(operation.path(), other), Identifiers.unknownMembers(other));
    }

    private boolean namesSomething(Operation operation) {
        return operation.path().contains("{")
                || operation.query().stream().anyMatch(Identifiers::namesSomething)
                || operation.takesJson()
                        && Identifiers.members(other).keySet().stream()
                                .anyMatch(member -> json(operation, Identifiers.members(other))
                                        .contains('"' + member + '"'));
    }

    /** Those that were refused for another reason each time, so that nothing was learnt. */
    private List<String> unreached() {
        return answers.entrySet().stream()
                .filter(entry -> !NO_REFUSAL.containsKey(entry.getKey()))
                .filter(entry ->
                        entry.getValue().stream().noneMatch(status -> status == 404 || status == 403 || status == 200))
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toList();
    }

    private AccessRule policyOf(Operation operation) {
        return policy.of(operation.toString()).orElseThrow();
    }

    private List<String> callers(Operation operation) {
        return Tenant.callers(policyOf(operation));
    }

    private record Answer(int status, String text, String sent, List<String> statements) {
        private static final String UUIDS = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

        /** Without what differs from call to call: ids and numbers that were sent or made, times, secrets. */
        String normal() {
            return text.replaceAll("\"instance\":\"[^\"]*\"", "<instance>")
                    .replaceAll(UUIDS, "<id>")
                    .replaceAll("\\+86[0-9]{11}", "<number>")
                    .replaceAll("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z", "<time>")
                    .replaceAll("[A-Za-z0-9_-]{40,}", "<secret>")
                    .replaceAll("\"sequence\":\"[0-9]+\"", "<sequence>");
        }
    }

    private Answer send(Operation operation, String caller, String path, Map<String, Object> members)
            throws IOException, InterruptedException {
        var query = operation.query().stream()
                .filter(Identifiers::namesSomething)
                .map(name -> name + "=" + encoded(members.get(name).toString()))
                .collect(Collectors.joining("&", "?", ""));
        var name = UUID.randomUUID().toString();
        var request = HttpRequest.newBuilder(
                        URI.create(http.address() + path.replace("+", "%2B") + (query.length() > 1 ? query : "")))
                .header(StatementLog.HEADER, name);
        if (!caller.equals("anyone")) {
            request.header("Authorization", "Bearer " + own.token(caller));
        }
        var body = "";
        if (operation.takesJson()) {
            body = json(operation, members);
            request.header("Content-Type", "application/json");
        } else if (operation.mediaType() != null) {
            var form = operation.mediaType().startsWith("multipart");
            body = form ? "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\nx\r\n--b--\r\n" : "x=x";
            request.header("Content-Type", form ? "multipart/form-data; boundary=b" : operation.mediaType());
        }
        request.method(operation.method(), body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        var answer = client.send(request.build(), BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.body(), path + query + body, asked(name));
    }

    /** What the request asked for, without the count of the caller's calls, whose first statement makes the row. */
    private List<String> asked(String name) {
        return statements.of(name).stream()
                .filter(sql -> !sql.contains("rate_limit_bucket"))
                .toList();
    }

    private String json(Operation operation, Map<String, Object> members) {
        if (operation.path().endsWith("/keys")) {
            return KEY_SET;
        }
        return JsonMapper.shared().writeValueAsString(api.body(operation.schema(), members));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** Its rows once nothing goes on in the background any more, such as a notice on its way. */
    private Map<String, String> settled(Tenant tenant) {
        var last = new AtomicReference<>(digest(tenant));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> {
                    var now = digest(tenant);
                    return now.equals(last.getAndSet(now));
                });
        return last.get();
    }

    /** Of all rows that the tenant's own scope sees, in whatever table; without the log, to which everybody adds. */
    private Map<String, String> digest(Tenant tenant) {
        var tables = jdbc.sql("""
                        select relname from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace
                          and relname not in ('audit_entry', 'audit_head')
                        """).query(String.class).list();
        return CurrentScope.call(
                Scope.ofOperator(tenant.operator),
                () -> new TreeMap<>(new HashSet<>(tables)
                        .stream()
                                .collect(Collectors.toMap(
                                        table -> table,
                                        table -> jdbc.sql(
                                                        "select count(*) || ' ' || coalesce(md5(string_agg(row::text, ',' order by row::text)), '')"
                                                                + " from " + table + " row")
                                                .query(String.class)
                                                .single()))));
    }
}
