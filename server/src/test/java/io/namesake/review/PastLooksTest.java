package io.namesake.review;

import static io.namesake.review.TestStaff.assertProblem;
import static io.namesake.review.TestStaff.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.application.TestApplicant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Who checks that looks are justified reads who looked at which case, when and why; each test in a tenant of its own. */
class PastLooksTest extends ReviewRoad {
    private RestTestClient operator;
    private TestStaff auditor;

    @BeforeEach
    void newTenant() {
        operator = anotherOperator();
        auditor = TestStaff.of(http, operator, "AUDITOR");
        TestStaff.of(http, operator, "SUPERVISOR")
                .post("/seeds", Map.of("truth", "SAME_PERSON", "count", 3))
                .expectStatus()
                .isNoContent();
    }

    @Test
    void auditors_and_supervisors_see_who_looked_when_and_why_the_newest_first_and_nothing_of_what_was_seen() {
        var reviewer = TestStaff.of(http, operator, "REVIEWER");
        var id = body(reviewer.post("/next", Map.of())).get("id").asString();
        reviewer.look(id).expectStatus().isCreated();
        clock.advance(Duration.ofSeconds(20));
        reviewer.post("/" + id + "/looks", Map.of("reason", "EXAMINE_DOCUMENT"))
                .expectStatus()
                .isCreated();

        for (var staff : List.of(auditor, TestStaff.of(http, operator, "SUPERVISOR"))) {
            var page = body(staff.get("/looks"));
            assertThat(page.get("next").isNull()).isTrue();
            assertThat(reasons(page.get("looks"), "reason")).containsExactly("EXAMINE_DOCUMENT", "COMPARE_FACES");
            assertThat(reasons(page.get("looks"), "caseId")).containsOnly(id);
            assertThat(reasons(page.get("looks"), "staffId")).containsOnly(reviewer.id);
            assertThat(page.get("looks").get(0).propertyNames())
                    .containsExactlyInAnyOrder("caseId", "staffId", "reason", "at", "until");
        }
    }

    @Test
    void looks_are_found_by_case_by_member_of_staff_and_by_time() {
        var first = TestStaff.of(http, operator, "REVIEWER");
        var second = TestStaff.of(http, operator, "REVIEWER");
        var one = look(first);
        clock.advance(Duration.ofMinutes(1));
        var between = clock.instant();
        var other = look(second);

        assertThat(cases("caseId=" + one)).containsExactly(one);
        assertThat(cases("staffId=" + second.id)).containsExactly(other);
        assertThat(cases("from=" + between)).containsExactly(other);
        assertThat(cases("to=" + between)).containsExactly(one);
        assertThat(cases("staffId=" + first.id + "&from=" + between)).isEmpty();
    }

    @Test
    void pages_follow_one_another_without_gap_or_repetition_whatever_is_added_meanwhile() {
        var reviewer = TestStaff.of(http, operator, "REVIEWER");
        var id = look(reviewer);
        for (int i = 0; i < 4; i++) {
            // Two at one moment each.
            clock.advance(Duration.ofSeconds(i % 2));
            reviewer.look(id).expectStatus().isCreated();
        }
        var seen = new ArrayList<String>();
        var query = "limit=2";
        for (var page = page(query); ; page = page(query)) {
            seen.addAll(reasons(page.get("looks"), "at"));
            reviewer.look(id).expectStatus().isCreated();
            if (page.get("next").isNull()) {
                break;
            }
            query = "limit=2&cursor=" + page.get("next").asString();
        }
        assertThat(seen).hasSize(5);
        assertThat(seen.reversed()).isSorted();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=201",
                "cursor=x",
                "cursor=99999999999999.000000_00000000-0000-0000-0000-000000000000",
                "caseId=x",
                "from=yesterday"
            })
    void a_question_that_makes_no_sense_is_refused(String query) {
        assertProblem(auditor.get("/looks?" + query), "request-invalid");
    }

    @Test
    void nobody_else_reads_them() {
        for (var role : List.of("AGENT", "REVIEWER")) {
            TestStaff.of(http, operator, role).get("/looks").expectStatus().isForbidden();
        }
        // Whoever reviews as well would see who was there before them.
        TestStaff.of(http, operator, "REVIEWER", "SUPERVISOR", "AUDITOR")
                .get("/looks")
                .expectStatus()
                .isForbidden();
        for (var client : List.of(operator, http.bearer(TestApplicant.withSession(http).sessionToken))) {
            client.get().uri("/v1/reviews/looks").exchange().expectStatus().isForbidden();
        }
        http.anyone().get().uri("/v1/reviews/looks").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void another_operators_looks_are_not_among_them() {
        look(TestStaff.of(http, operator, "REVIEWER"));
        var stranger = TestStaff.of(http, anotherOperator(), "AUDITOR");
        assertThat(body(stranger.get("/looks")).get("looks").isEmpty()).isTrue();
    }

    private String look(TestStaff reviewer) {
        var id = body(reviewer.post("/next", Map.of())).get("id").asString();
        reviewer.look(id).expectStatus().isCreated();
        return id;
    }

    private JsonNode page(String query) {
        return body(auditor.get("/looks?" + query));
    }

    private List<String> cases(String query) {
        return reasons(page(query).get("looks"), "caseId");
    }

    private static List<String> reasons(JsonNode looks, String member) {
        return looks.valueStream().map(look -> look.get(member).asString()).toList();
    }
}
