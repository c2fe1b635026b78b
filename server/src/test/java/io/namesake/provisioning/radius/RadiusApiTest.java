package io.namesake.provisioning.radius;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import io.namesake.access.OperatorId;
import io.namesake.registry.HolderDetails;
import io.namesake.registry.Limit;
import io.namesake.registry.LineControl;
import io.namesake.registry.LineIdentifier;
import io.namesake.registry.Lines;
import io.namesake.registry.Service;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Whether a line may be on, as a RADIUS server asks for it. */
@NamesakeTest
@ExtendWith(OutputCaptureExtension.class)
class RadiusApiTest {
    private static final String AUTHORIZE = "/v1/radius/authorize";

    @Autowired
    TestHttp http;

    @Autowired
    RadiusServers servers;

    @Autowired
    Lines lines;

    @Autowired
    LineControl control;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final OperatorId operator = new OperatorId(UUID.randomUUID());
    private final UUID application = UUID.randomUUID();
    private final String name = UUID.randomUUID() + "@isp.example";

    @AfterEach
    void clean() {
        servers.of(operator).forEach(server -> servers.delete(operator, server.id()));
    }

    @Test
    void a_line_is_off_until_its_holder_is_verified_and_on_afterwards() {
        var server = http.bearer(servers.add(operator, "radius-1").token());

        assertThat(access(server, name)).isEqualTo("closed");
        transaction.executeWithoutResult(_ -> lines.reserve(operator, line(), application));
        assertThat(access(server, name)).isEqualTo("closed");
        activate();

        var answer = ask(server, name);
        assertThat(value(answer, "control:Namesake-Access")).isEqualTo("open");
        assertThat(value(answer, "session-state:User-Name")).isEqualTo(name);
        assertThat(answer).as("nothing else is said of an open line").hasSize(2);
    }

    @Test
    void a_line_whose_data_is_limited_is_led_to_verification_and_other_limits_change_nothing() {
        var server = http.bearer(servers.add(operator, "radius-1").token());
        reserveAndActivate();

        limit(Set.of(Limit.VERIFICATION_CODES, Limit.OUTGOING, Limit.INCOMING));
        assertThat(access(server, name)).isEqualTo("open");
        limit(Set.of(Limit.DATA));

        var answer = ask(server, name);
        assertThat(value(answer, "control:Namesake-Access")).isEqualTo("garden");
        assertThat(value(answer, "session-state:Filter-Id")).isEqualTo("namesake-garden");
        assertThat(value(answer, "session-state:WISPr-Redirection-URL"))
                .startsWith("http")
                .endsWith("/my-lines")
                .doesNotContain("$");
        assertThat(answer.values())
                .allSatisfy(attribute -> assertThat(attribute)
                        .as("values are data and no expressions")
                        .containsEntry("do_xlat", false));
    }

    @Test
    void a_line_is_found_however_the_network_writes_its_realm() {
        var server = http.bearer(servers.add(operator, "radius-1").token());
        reserveAndActivate();

        var answer = ask(server, name.replace("isp.example", "ISP.Example"));

        assertThat(value(answer, "control:Namesake-Access")).isEqualTo("open");
        assertThat(value(answer, "session-state:User-Name")).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "nobody", "nobody@isp.example", "+8613800138000", "' or '1'='1", "a@b\u0000", "%{exec:id}"})
    void what_is_no_line_of_the_operator_is_answered_like_any_other_such(String other) {
        var server = http.bearer(servers.add(operator, "radius-1").token());

        assertThat(ask(server, other)).isEqualTo(ask(server, "somebody@isp.example"));
        assertThat(access(server, other)).isEqualTo("closed");
    }

    @Test
    void a_telephone_line_and_another_operators_line_are_unknown() {
        reserveAndActivate();
        var phone = LineIdentifier.parse(Service.MOBILE, "+8613800138044");
        var other = new OperatorId(UUID.randomUUID());
        var asking = UUID.randomUUID();
        transaction.executeWithoutResult(_ -> {
            lines.reserve(other, phone, asking);
            lines.activate(other, phone, asking, person());
        });
        var server = http.bearer(servers.add(other, "radius-1").token());

        assertThat(access(server, phone.value())).isEqualTo("closed");
        assertThat(ask(server, name)).isEqualTo(ask(server, "somebody@isp.example"));
        servers.of(other).forEach(one -> servers.delete(other, one.id()));
    }

    /** Promise: nobody watches what people do on their lines. */
    @Test
    void that_a_line_was_used_leaves_no_trace_in_the_database_and_no_word_in_the_log(CapturedOutput log) {
        var server = http.bearer(servers.add(operator, "radius-1").token());
        reserveAndActivate();
        var unknown = UUID.randomUUID() + "@isp.example";
        ask(server, name);
        var before = everythingInTheDatabase();
        int logged = log.getAll().length();

        for (int i = 0; i < 5; i++) {
            ask(server, name);
            ask(server, unknown);
            server.post()
                    .uri(AUTHORIZE)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body("{\"line\":\"" + name)
                    .exchange();
        }

        assertThat(everythingInTheDatabase()).isEqualTo(before);
        assertThat(log.getAll().substring(logged)).doesNotContain(name.substring(0, 8), unknown.substring(0, 8));
    }

    /** The hash of each table's rows, but for those that time alone moves. */
    private Map<String, String> everythingInTheDatabase() {
        var tables = jdbc.sql("select tablename from pg_tables where schemaname = 'public' order by 1")
                .query(String.class)
                .list();
        assertThat(tables).contains("line", "audit_entry", "radius_server", "event_publication");
        var hashes = new java.util.TreeMap<String, String>();
        for (var table : tables) {
            hashes.put(
                    table,
                    jdbc.sql("select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from " + table + " t")
                            .query(String.class)
                            .single());
        }
        return hashes;
    }

    @Test
    void a_token_opens_nothing_but_the_question_and_nothing_once_it_is_deleted() {
        var created = http.operator()
                .post()
                .uri("/v1/radius/servers")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"name\": \"radius-1\"}")
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        var token = (String) created.get("token");
        assertThat(token).matches("nsr_[0-9a-f]{32}_[A-Za-z0-9_-]{43}");
        var server = http.bearer(token);

        assertThat(access(server, "nobody@isp.example")).isEqualTo("closed");
        for (var path : List.of("/v1/lines", "/v1/applications", "/v1/radius/servers", "/v1/webhook-endpoints")) {
            server.get().uri(path).exchange().expectStatus().isForbidden();
        }
        assertThat(text(http.operator().get().uri("/v1/radius/servers").exchange()))
                .contains(created.get("id").toString(), "radius-1")
                .doesNotContain("nsr_");
        http.operator()
                .delete()
                .uri("/v1/radius/servers/" + created.get("id"))
                .exchange()
                .expectStatus()
                .isNoContent();

        asked(server, "nobody@isp.example").expectStatus().isUnauthorized();
        assertThat(jdbc.sql("select type from audit_entry where subject_id = :id order by seq")
                        .param("id", created.get("id"))
                        .query(String.class)
                        .list())
                .containsExactly("radius-server.created", "radius-server.deleted");
    }

    @Test
    void nobody_else_may_ask() {
        asked(http.anyone(), name).expectStatus().isUnauthorized();
        asked(http.operator(), name)
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("not-allowed");
        var token = servers.add(operator, "radius-1").token();
        asked(http.bearer(token.substring(0, token.length() - 1) + (token.endsWith("A") ? "B" : "A")), name)
                .expectStatus()
                .isUnauthorized();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "{}", "{\"line\":null}", "{\"line\":1,\"password\":\"x\"}", "{\"line\":\"a@b.example\""
            })
    void a_body_that_is_no_question_is_refused(String body) {
        http.bearer(servers.add(operator, "radius-1").token())
                .post()
                .uri(AUTHORIZE)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("request-invalid");
    }

    @Test
    void a_line_longer_than_a_radius_attribute_is_refused() {
        asked(http.bearer(servers.add(operator, "radius-1").token()), "x".repeat(254))
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void a_server_of_another_operator_is_unknown_and_there_are_at_most_twenty() {
        var id = servers.add(operator, "radius-1").server().id();
        http.operator()
                .delete()
                .uri("/v1/radius/servers/" + id)
                .exchange()
                .expectStatus()
                .isNotFound();
        for (int i = 1; i < RadiusServers.MOST_OF_AN_OPERATOR; i++) {
            servers.add(operator, "radius");
        }
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> servers.add(operator, "one too many"))
                .isInstanceOf(io.namesake.problem.Problem.class);
    }

    private void limit(Set<Limit> limits) {
        var id = lines.find(operator, name).orElseThrow().id();
        transaction.executeWithoutResult(_ -> control.limit(id, application, limits));
    }

    private void reserveAndActivate() {
        transaction.executeWithoutResult(_ -> lines.reserve(operator, line(), application));
        activate();
    }

    private void activate() {
        transaction.executeWithoutResult(_ -> lines.activate(operator, line(), application, person()));
    }

    private LineIdentifier line() {
        return LineIdentifier.parse(Service.INTERNET, name);
    }

    private static HolderDetails person() {
        return new HolderDetails("Muster", "Erika", UUID.randomUUID().toString(), LocalDate.of(1984, 1, 26));
    }

    private static String access(RestTestClient server, String line) {
        return value(ask(server, line), "control:Namesake-Access");
    }

    private static String value(Map<String, Map<String, Object>> answer, String attribute) {
        return (String) ((List<?>) answer.get(attribute).get("value")).getFirst();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> ask(RestTestClient server, String line) {
        return asked(server, line)
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
    }

    private static RestTestClient.ResponseSpec asked(RestTestClient server, String line) {
        return server.post()
                .uri(AUTHORIZE)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("line", line))
                .exchange();
    }

    private static String text(RestTestClient.ResponseSpec response) {
        return response.expectBody(String.class).returnResult().getResponseBody();
    }
}
