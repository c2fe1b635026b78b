package io.namesake.remediation;

import static org.awaitility.Awaitility.await;

import io.namesake.MovableClock;
import io.namesake.TestHttp;
import io.namesake.TestOperator;
import io.namesake.TestStaff;
import io.namesake.access.OperatorId;
import io.namesake.registry.HolderDetails;
import io.namesake.registry.Limit;
import io.namesake.registry.Line;
import io.namesake.registry.LineIdentifier;
import io.namesake.registry.LineStatus;
import io.namesake.registry.Lines;
import io.namesake.registry.Service;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** The road from doubt to settled, as its operator, its staff and its people walk it over HTTP. */
public final class RemediationRoad {
    /** As long as a busy machine may need. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration REMINDED_BEFORE = Duration.ofDays(3);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final TestHttp http;
    private final MovableClock clock;
    private final Lines lines;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final OperatorId operator;

    /** In a server that runs. */
    public RemediationRoad(ApplicationContext server) {
        http = server.getBean(TestHttp.class);
        clock = server.getBean(MovableClock.class);
        lines = server.getBean(Lines.class);
        jdbc = server.getBean(JdbcClient.class);
        transaction = server.getBean(TransactionTemplate.class);
        operator = new OperatorId(jdbc.sql("select id from operator where name = :name")
                .param("name", TestOperator.NAME)
                .query(UUID.class)
                .single());
    }

    public OperatorId operator() {
        return operator;
    }

    /** A mobile number that no other test has. */
    public static String newNumber() {
        return "+861390013" + String.format("%04d", NUMBER.incrementAndGet());
    }

    /** Somebody is verified for the line, for the first time or once more. */
    public UUID verified(String number) {
        return transaction.execute(_ -> activate(number));
    }

    /** Several at once. */
    public List<UUID> verified(List<String> numbers) {
        return transaction.execute(_ -> numbers.stream().map(this::activate).toList());
    }

    private UUID activate(String number) {
        var application = UUID.randomUUID();
        var details = new HolderDetails("Muster", "Erika", "C" + number, LocalDate.EPOCH);
        var identifier = LineIdentifier.parse(Service.MOBILE, number);
        if (lines.find(operator, number).isEmpty()) {
            lines.reserve(operator, identifier, application);
        } else {
            lines.reserveAgain(operator, identifier, application);
        }
        return lines.activate(operator, identifier, application, details).id();
    }

    /** What the operator says when it doubts a line; and more, if the test adds it. */
    public static Map<String, String> doubt(String number) {
        return Map.of(
                "line", number, "doubt", "DOCUMENT_EXPIRED", "reference", "ticket-1", "email", "erika@example.org");
    }

    public JsonNode open(Map<String, ?> wanted) {
        return http.operator()
                .post()
                .uri("/v1/remediations")
                .body(wanted)
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    public JsonNode get(String id) {
        return json(http.operator().get().uri("/v1/remediations/" + id).exchange());
    }

    public static JsonNode json(RestTestClient.ResponseSpec answer) {
        return answer.expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    public void awaitPhase(String id, String phase) {
        await().atMost(PATIENCE).until(() -> get(id).get("phase").asString(), phase::equals);
    }

    /** The last of a case's steps. */
    public String awaitStep(String id, int number) {
        return await().atMost(PATIENCE)
                .until(() -> get(id).get("history"), history -> history.size() >= number)
                .get(number - 1)
                .get("event")
                .asString();
    }

    /** The days until the next step's reminder pass. */
    public void untilReminded(String id) {
        int steps = get(id).get("history").size();
        clock.advance(toNextStep(id).minus(REMINDED_BEFORE).plus(Duration.ofHours(1)));
        awaitStep(id, steps + 1);
    }

    /** The days until the next step pass, with the reminder on the way. */
    public void untilNextStep(String id) {
        untilReminded(id);
        int steps = get(id).get("history").size();
        clock.advance(toNextStep(id).plus(Duration.ofHours(1)));
        awaitStep(id, steps + 1);
    }

    private Duration toNextStep(String id) {
        return Duration.between(
                clock.instant(), Instant.parse(get(id).get("nextStepAt").asString()));
    }

    /** As the person gets it: out of the letter, since most servers of tests have no other channel. */
    public String tokenOf(String id) {
        return tokenIn(letterOf(id).get("text").asString());
    }

    /** The secret in the link of a notice. */
    public static String tokenIn(String text) {
        var after = text.substring(text.indexOf("/notice#") + "/notice#".length());
        return after.substring(0, 43);
    }

    public JsonNode letterOf(String id) {
        return await().atMost(PATIENCE)
                .until(() -> letters(id), found -> !found.isEmpty())
                .getFirst();
    }

    public List<JsonNode> letters(String id) {
        return json(http.operator().get().uri("/v1/letters?limit=200").exchange())
                .get("letters")
                .valueStream()
                .filter(letter -> letter.get("remediationId").asString().equals(id)
                        && letter.get("text").asString().contains("/notice#"))
                .toList();
    }

    public void post(JsonNode letter) {
        http.operator()
                .post()
                .uri("/v1/letters/" + letter.get("id").asString() + "/posted")
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    /** The gateway says what became of a notice. */
    public void reported(String noticeId, boolean delivered) {
        http.operator()
                .post()
                .uri("/v1/notices/" + noticeId + "/delivery")
                .body(Map.of("delivered", delivered))
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    /** The person opens the link. */
    public JsonNode opens(String token) {
        return json(http.anyone().get().uri("/v1/remediation-notices/" + token).exchange());
    }

    public RestTestClient.ResponseSpec appeal(String token) {
        return http.anyone()
                .post()
                .uri("/v1/remediation-notices/" + token + "/appeal")
                .body(Map.of("statement", "It is mine."))
                .exchange();
    }

    public RestTestClient reviewer() {
        return TestStaff.with(http, "REVIEWER");
    }

    public static RestTestClient.ResponseSpec decide(RestTestClient staff, String id, String what, String reason) {
        return staff.post()
                .uri("/v1/remediations/" + id + "/" + what)
                .body(Map.of("reason", reason))
                .exchange();
    }

    public LineStatus status(UUID line) {
        return line(line).status();
    }

    public Set<Limit> limits(UUID line) {
        return line(line).limits();
    }

    private Line line(UUID line) {
        return lines.byId(line).orElseThrow();
    }
}
