package io.namesake.mylines;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.MovableClock;
import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import io.namesake.TestStaff;
import io.namesake.registry.Holdings;
import io.namesake.registry.Line;
import io.namesake.registry.Organisations;
import io.namesake.registry.TestRegistry;
import io.namesake.registry.Transfers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Who acts for an organisation says who uses its lines, from when its operator has confirmed them until somebody else acts for it. */
@NamesakeTest
class OrganisationsLinesTest {
    @Autowired
    TestHttp http;

    @Autowired
    Organisations organisations;

    @Autowired
    Transfers transfers;

    @Autowired
    Holdings holdings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    ConfigurableApplicationContext beans;

    private TestRegistry registry;
    private UUID director;
    private String number;
    private UUID company;
    private Line line;

    @BeforeEach
    void a_company_with_a_line() {
        registry = new TestRegistry(beans);
        director = registry.person("Guo", "Mei");
        number = "REG-" + UUID.randomUUID().toString().substring(0, 20);
        company = confirmed(director);
        line = registry.lineOf(director);
        // The director hands a line of their own to the company.
        var offer = transfers.offer(director, clock.instant(), line.id());
        transfers.accept(director, clock.instant(), offer.token(), company);
        registry.pass(Duration.ofHours(25));
        assertThat(holdings.current(line.id()).orElseThrow().holderId()).isEqualTo(company);
    }

    @Test
    void the_representative_names_replaces_and_removes_who_uses_the_organisations_line() {
        uses(director, "EMPLOYEE", "Ms Lin").expectStatus().isOk();
        uses(director, "DEVICE", "the van").expectStatus().isOk();
        assertThat(mine(director).at("/user/label").asString()).isEqualTo("the van");
        assertThat(mine(director).get("organisationId").asString()).isEqualTo(company.toString());
        assertThat(jdbc.sql("select count(*) from line_user where line_id = :line and uses_until is not null")
                        .param("line", line.id())
                        .query(Integer.class)
                        .single())
                .isOne();

        registry.session(director)
                .delete()
                .uri("/v1/me/lines/" + line.id() + "/user")
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(mine(director).get("user").isNull()).isTrue();
    }

    @Test
    void nobody_says_so_who_asked_to_act_for_it_and_is_not_confirmed() {
        var asking = registry.person("He", "Wei");
        organisations.register(asking, registry.operator(), "Example Trading", number, "CN");
        uses(asking, "EMPLOYEE", "me").expectStatus().isNotFound();
    }

    @Test
    void nobody_says_so_who_acted_for_it_before_somebody_else() {
        var successor = registry.person("He", "Wei");
        confirmed(successor);
        uses(director, "EMPLOYEE", "me").expectStatus().isNotFound();
        uses(successor, "EMPLOYEE", "Ms Lin").expectStatus().isOk();
    }

    @Test
    void of_many_who_say_so_at_once_one_stays_and_none_fails() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var said : threads.invokeAll(IntStream.range(0, 6)
                    .<Callable<ResponseSpec>>mapToObj(i -> () -> uses(director, "EMPLOYEE", "number " + i))
                    .toList())) {
                said.get().expectStatus().isOk();
            }
        }
        assertThat(jdbc.sql("select count(*) from line_user where line_id = :line and uses_until is null")
                        .param("line", line.id())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    private UUID confirmed(UUID person) {
        var asked = organisations.register(person, registry.operator(), "Example Trading", number, "CN");
        TestStaff.with(http, "REVIEWER")
                .post()
                .uri("/v1/organisations/" + asked.id() + "/decision")
                .body(Map.of("evidence", "REGISTER_EXTRACT"))
                .exchange()
                .expectStatus()
                .isNoContent();
        return asked.id();
    }

    private ResponseSpec uses(UUID person, String kind, String label) {
        return registry.session(person)
                .put()
                .uri("/v1/me/lines/" + line.id() + "/user")
                .body(Map.of("kind", kind, "label", label))
                .exchange();
    }

    private JsonNode mine(UUID person) {
        return registry.session(person)
                .get()
                .uri("/v1/me/lines")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .at("/lines/0");
    }
}
