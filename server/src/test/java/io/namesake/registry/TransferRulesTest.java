package io.namesake.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.namesake.MovableClock;
import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import io.namesake.language.Language;
import io.namesake.problem.Problem;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** How many lines somebody may hold is asked when they accept, and once more when the line goes over. */
@NamesakeTest
class TransferRulesTest {
    @Autowired
    TestHttp http;

    @Autowired
    Holdings holdings;

    @Autowired
    Transfers transfers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    ConfigurableApplicationContext beans;

    private final Ear ear = new Ear();
    private TestRegistry registry;
    private UUID giver;
    private UUID receiver;
    private Line line;

    @BeforeEach
    void somebody_with_a_line_and_somebody_with_room_for_one_more() {
        registry = new TestRegistry(beans);
        giver = registry.person("Wang", "Fang");
        receiver = registry.person("Zhao", "Lei");
        line = registry.lineOf(giver, registry.scarceNumber());
        IntStream.range(1, TestRegistry.MOST_SCARCE).forEach(_ -> oneMore());
        beans.addApplicationListener(ear);
    }

    @AfterEach
    void nobody_listens_any_more() {
        beans.removeApplicationListener(ear);
    }

    @Test
    void a_receiver_who_came_to_their_last_line_meanwhile_does_not_get_this_one_and_both_read_why_it_stayed() {
        accept(transfers.offer(giver, clock.instant(), line.id()).token());
        oneMore();

        registry.pass(Duration.ofHours(25));

        assertThat(holder()).isEqualTo(giver);
        assertThat(transfers.of(giver).getFirst().state()).isEqualTo(Transfer.State.REFUSED);
        assertThat(transfers.of(giver).getFirst().refusal()).isEqualTo(TransferRefusal.LINE_LIMIT_REACHED);
        assertThat(told(receiver)).contains("as many lines of this kind as the rules allow");
        assertThat(told(giver)).contains("stays yours").doesNotContain("as many lines");
        assertThat(jdbc.sql("""
                        select details::text from audit_entry
                        where type = 'line.transfer-ended' and subject_id = :line order by seq desc limit 1
                        """)
                        .param("line", line.id().toString())
                        .query(String.class)
                        .single())
                .contains("REFUSED", "LINE_LIMIT_REACHED");
        assertThat(transfers.offer(giver, clock.instant(), line.id())).isNotNull();
    }

    @Test
    void an_operator_that_releases_it_learns_that_it_was_refused_and_not_why() {
        var offer = transfers.offer(giver, clock.instant(), line.id());
        accept(offer.token());
        oneMore();

        http.operator()
                .post()
                .uri("/v1/transfers/" + offer.id() + "/release")
                .exchange()
                .expectStatus()
                .isNoContent();

        assertThat(holder()).isEqualTo(giver);
        assertThat(http.operator()
                        .get()
                        .uri("/v1/transfers?state=REFUSED&limit=200")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .contains(line.identifier().value())
                .doesNotContain("LIMIT_REACHED", receiver.toString());
    }

    @Test
    void whoever_has_room_when_the_time_is_over_gets_the_line() {
        accept(transfers.offer(giver, clock.instant(), line.id()).token());
        registry.pass(Duration.ofHours(25));
        assertThat(holder()).isEqualTo(receiver);
    }

    @Test
    void an_heir_who_may_hold_no_more_leaves_the_line_to_be_looked_after() {
        accept(inherited());
        oneMore();

        registry.pass(Duration.ofHours(25));

        assertThat(holder()).isEqualTo(giver);
        // Time passes for the lines of other tests, too.
        assertThat(ear.heard(HolderDeceased.class).map(HolderDeceased::lineId).filter(line.id()::equals))
                .hasSize(1);
    }

    @Test
    void one_who_has_as_many_as_the_rules_allow_cannot_accept_at_all() {
        var token = transfers.offer(giver, clock.instant(), line.id()).token();
        oneMore();
        assertThatThrownBy(() -> accept(token)).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @EnumSource(TransferRefusal.class)
    void every_refusal_is_said_to_each_side_in_each_language(TransferRefusal refusal) {
        for (var side : Transfer.Side.values()) {
            for (var language : Language.values()) {
                assertThat(refusal.sentence(side, language)).isNotBlank();
            }
        }
    }

    private void oneMore() {
        registry.lineOf(receiver, registry.scarceNumber());
    }

    private String inherited() {
        return http.operator()
                .post()
                .uri("/v1/lines/inheritance")
                .body(Map.of("line", line.identifier().value(), "evidence", "COURT_ORDER"))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .get("token")
                .asString();
    }

    private void accept(String token) {
        transfers.accept(receiver, clock.instant(), token, null);
    }

    private UUID holder() {
        return holdings.current(line.id()).orElseThrow().holderId();
    }

    /** What this side reads in their own list. */
    private String told(UUID side) {
        return registry.session(side)
                .get()
                .uri("/v1/me/transfers?locale=en")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .at("/transfers/0/refusal")
                .asString();
    }
}
