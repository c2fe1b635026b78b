package io.namesake.provisioning.radius;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.namesake.MovableClock;
import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import io.namesake.access.OperatorId;
import io.namesake.problem.Problem;
import io.namesake.provisioning.radius.AccessServerAnswer.OpenNotice;
import io.namesake.provisioning.radius.FakeAccessServer.Manner;
import io.namesake.registry.EndCause;
import io.namesake.registry.HolderDetails;
import io.namesake.registry.Limit;
import io.namesake.registry.LineControl;
import io.namesake.registry.LineIdentifier;
import io.namesake.registry.Lines;
import io.namesake.registry.Service;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** From a change of a line to the access server, through the event registry, the database, the worker and UDP. */
@NamesakeTest
@TestPropertySource(properties = {"namesake.radius.answer-timeout=200ms", "namesake.radius.retry-delays=10s,1m"})
class AccessNoticesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    AccessServers servers;

    @Autowired
    NoticeTable notices;

    @Autowired
    NoticeWorker worker;

    @Autowired
    Lines lines;

    @Autowired
    LineControl control;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    TestHttp http;

    @Autowired
    TransactionTemplate transaction;

    private final FakeAccessServer network = new FakeAccessServer();
    private final OperatorId operator = new OperatorId(UUID.randomUUID());
    private final UUID caseId = UUID.randomUUID();
    private final String name = UUID.randomUUID() + "@isp.example";

    @AfterEach
    void clean() {
        servers.of(operator).forEach(server -> servers.delete(operator, server.id()));
        network.close();
    }

    @Test
    void a_line_that_ends_ends_its_sessions() {
        var server = accessServer(AccessServer.Means.DISCONNECT);
        activate();

        deactivate();

        var request = network.awaitRequests(1).getFirst();
        assertThat(request[0]).as("Disconnect-Request").isEqualTo((byte) 40);
        assertThat(new String(request, StandardCharsets.ISO_8859_1)).contains(name);
        awaitNothingOpen(server);
    }

    @Test
    void whether_there_was_a_session_is_kept_nowhere() {
        var server = accessServer(AccessServer.Means.DISCONNECT);
        activate();
        network.answers(Manner.NO_SUCH_SESSION);

        limit(Limit.DATA);

        network.awaitRequests(1);
        awaitNothingOpen(server);
    }

    @Test
    void a_new_line_and_a_limit_that_is_not_about_data_end_nobodys_session() {
        accessServer(AccessServer.Means.DISCONNECT);
        activate();
        limit(Limit.OUTGOING);

        limit(Limit.DATA);
        network.awaitRequests(1);
        limit(Limit.DATA, Limit.INCOMING);
        limit();
        network.awaitRequests(2);

        assertThat(network.requests()).as("data off, data on").hasSize(2);
    }

    @Test
    void a_server_that_can_change_sessions_is_given_the_garden_and_takes_it_away_by_a_new_session() {
        accessServer(AccessServer.Means.COA);
        activate();

        limit(Limit.DATA);
        var garden = network.awaitRequests(1).getFirst();
        limit();
        var open = network.awaitRequests(2).getLast();

        assertThat(garden[0]).as("CoA-Request").isEqualTo((byte) 43);
        assertThat(new String(garden, StandardCharsets.ISO_8859_1)).contains(name, "namesake-garden", "/my-lines");
        assertThat(open[0]).as("Disconnect-Request").isEqualTo((byte) 40);
    }

    @Test
    void a_server_that_cannot_change_a_session_is_asked_to_end_it() {
        var server = accessServer(AccessServer.Means.COA);
        activate();
        network.answers(Manner.NAK_TO_COA);

        limit(Limit.DATA);

        assertThat(network.awaitRequests(2)).extracting(request -> request[0]).containsExactly((byte) 43, (byte) 40);
        awaitNothingOpen(server);
    }

    @Test
    void the_same_packet_is_sent_again_when_no_answer_comes_and_later_a_new_one() {
        var server = accessServer(AccessServer.Means.DISCONNECT);
        activate();
        network.answers(Manner.SILENT);

        limit(Limit.DATA);
        var failed = awaitFailures(server, 1);
        assertThat(failed.failure()).isEqualTo("timeout");
        assertThat(Duration.between(clock.instant(), failed.nextAttemptAt()))
                .isBetween(Duration.ZERO, Duration.ofSeconds(12));
        assertThat(network.requests())
                .hasSize(3)
                .allMatch(packet ->
                        java.util.Arrays.equals(packet, network.requests().getFirst()));
        network.answers(Manner.ACK);
        pass(Duration.ofSeconds(13));

        awaitNothingOpen(server);
        assertThat(network.requests()).hasSize(4);
        assertThat(network.requests().getLast())
                .as("made at another time")
                .isNotEqualTo(network.requests().getFirst());
    }

    @ParameterizedTest
    @EnumSource(names = {"NAK", "FORGED"})
    void after_the_last_attempt_it_is_given_up_and_the_operator_sees_why(Manner manner) {
        var server = accessServer(AccessServer.Means.DISCONNECT);
        activate();
        network.answers(manner);
        limit(Limit.DATA);
        for (int failures = 1; failures <= 2; failures++) {
            awaitFailures(server, failures);
            pass(Duration.ofMinutes(2));
        }

        var givenUp = awaitFailures(server, 3);

        assertThat(givenUp.nextAttemptAt()).isNull();
        assertThat(givenUp.failure()).isEqualTo(manner == Manner.NAK ? "nak-506" : "timeout");
        // The next change of the line is told all the same.
        network.answers(Manner.ACK);
        limit();
        awaitNothingOpen(server);
    }

    @Test
    void a_forged_answer_does_not_hide_the_true_one() {
        var server = accessServer(AccessServer.Means.DISCONNECT);
        activate();
        network.answers(Manner.FORGED_THEN_ACK);

        limit(Limit.DATA);

        awaitNothingOpen(server);
        assertThat(network.requests()).hasSize(1);
    }

    @Test
    void a_change_while_the_former_is_being_told_is_told_as_well() {
        var server = accessServer(AccessServer.Means.DISCONNECT);
        activate();
        network.answers(Manner.SILENT);
        limit(Limit.DATA);
        network.awaitRequests(1);

        limit();
        network.answers(Manner.ACK);

        awaitNothingOpen(server);
        assertThat(jdbc.sql("select state from line_access where line_id = :line")
                        .param("line", lineId())
                        .query(String.class)
                        .single())
                .isEqualTo("ACTIVE");
    }

    @Test
    void a_server_whose_secret_cannot_be_opened_is_sent_nothing() {
        var server = accessServer(AccessServer.Means.DISCONNECT);
        activate();
        jdbc.sql("update access_server set sealed_secret = 'x' where id = :id")
                .param("id", server.id())
                .update();

        limit(Limit.DATA);

        assertThat(awaitFailures(server, 1).failure()).isEqualTo("not-sent");
        assertThat(network.requests()).isEmpty();
    }

    @Test
    void a_secret_is_sealed_and_never_shown() {
        var body = Map.of("address", "192.0.2.7", "secret", FakeAccessServer.SECRET);
        var created = http.operator()
                .post()
                .uri("/v1/radius/access-servers")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        assertThat(created.get("port")).isEqualTo(3799);
        assertThat(created.get("means")).isEqualTo("DISCONNECT");
        assertThat(created.get("secret")).isNull();
        http.operator()
                .post()
                .uri("/v1/radius/access-servers")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .expectStatus()
                .isEqualTo(422);
        var id = UUID.fromString((String) created.get("id"));
        var sealed = jdbc.sql("select sealed_secret from access_server where id = :id")
                .param("id", id)
                .query((row, _) -> row.getBytes(1))
                .single();
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain(FakeAccessServer.SECRET);
        assertThat(servers.secret(id, sealed).bytes()).isEqualTo(FakeAccessServer.SECRET.getBytes());
        var listed = http.operator().get().uri("/v1/radius/access-servers").exchange();
        assertThat(listed.expectBody(String.class).returnResult().getResponseBody())
                .contains(id.toString(), "192.0.2.7")
                .doesNotContain(FakeAccessServer.SECRET);
        http.operator()
                .get()
                .uri("/v1/radius/access-servers/" + id + "/notices")
                .exchange()
                .expectStatus()
                .isOk();
        http.operator()
                .delete()
                .uri("/v1/radius/access-servers/" + id)
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"address\":\"bng.isp.example\",\"secret\":\"a-long-random-secret\"}",
                "{\"address\":\"0.0.0.0\",\"secret\":\"a-long-random-secret\"}",
                "{\"address\":\"224.0.0.1\",\"secret\":\"a-long-random-secret\"}",
                "{\"address\":\"192.0.2.7\",\"port\":0,\"secret\":\"a-long-random-secret\"}",
                "{\"address\":\"192.0.2.7\",\"port\":65536,\"secret\":\"a-long-random-secret\"}",
                "{\"address\":\"192.0.2.7\",\"secret\":\"testing123\"}"
            })
    void what_cannot_be_told_is_refused(String body) {
        http.operator()
                .post()
                .uri("/v1/radius/access-servers")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("access-server-invalid");
    }

    @Test
    void another_operators_access_server_is_unknown_and_there_are_at_most_a_hundred() {
        var server = accessServer(AccessServer.Means.DISCONNECT);
        var path = "/v1/radius/access-servers/" + server.id();
        http.operator().delete().uri(path).exchange().expectStatus().isNotFound();
        http.operator().get().uri(path + "/notices").exchange().expectStatus().isNotFound();
        for (int i = 1; i < AccessServers.MOST_OF_AN_OPERATOR; i++) {
            add(InetAddress.ofLiteral("192.0.2." + i), 3799, AccessServer.Means.DISCONNECT);
        }
        assertThatThrownBy(() -> add(InetAddress.ofLiteral("198.51.100.1"), 3799, AccessServer.Means.DISCONNECT))
                .isInstanceOf(Problem.class);
    }

    private AccessServer accessServer(AccessServer.Means means) {
        return add(network.address(), network.port(), means);
    }

    private AccessServer add(InetAddress address, int port, AccessServer.Means means) {
        return servers.add(operator, address, port, means, SharedSecret.parse(FakeAccessServer.SECRET));
    }

    private void activate() {
        var line = LineIdentifier.parse(Service.INTERNET, name);
        var application = UUID.randomUUID();
        transaction.executeWithoutResult(_ -> {
            lines.reserve(operator, line, application);
            lines.activate(
                    operator,
                    line,
                    application,
                    new HolderDetails("Muster", "Erika", application.toString(), LocalDate.of(1984, 1, 26)));
        });
        awaitHeard("ACTIVE");
    }

    private UUID lineId() {
        return lines.find(operator, name).orElseThrow().id();
    }

    /** And waits until that is heard, so that each change is one of its own. */
    private void limit(Limit... limits) {
        transaction.executeWithoutResult(_ -> control.limit(lineId(), caseId, Set.of(limits)));
        awaitHeard(List.of(limits).contains(Limit.DATA) ? "LIMITED" : "ACTIVE");
    }

    private void deactivate() {
        var quarantine = clock.instant().plus(Duration.ofDays(90));
        transaction.executeWithoutResult(
                _ -> control.deactivate(lineId(), caseId, EndCause.DISPUTE_UPHELD, quarantine));
        awaitHeard("DEACTIVATED");
    }

    private void awaitHeard(String state) {
        await().atMost(PATIENCE)
                .until(() -> jdbc.sql("select state from line_access where line_id = :line")
                        .param("line", lineId())
                        .query(String.class)
                        .optional()
                        .filter(state::equals)
                        .isPresent());
    }

    private void pass(Duration time) {
        clock.advance(time);
        worker.wake();
    }

    private OpenNotice awaitFailures(AccessServer server, int failures) {
        return await().atMost(PATIENCE)
                .until(
                        () -> notices.open(server.id(), 2),
                        open -> open.size() == 1 && open.getFirst().failures() == failures)
                .getFirst();
    }

    private void awaitNothingOpen(AccessServer server) {
        await().atMost(PATIENCE).until(() -> notices.open(server.id(), 2).isEmpty());
    }
}
