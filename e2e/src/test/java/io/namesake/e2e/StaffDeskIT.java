package io.namesake.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.namesake.e2e.Accessibility.requireEveryWay;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The desks of the operator's people, by keyboard alone, each part swept for what would keep somebody out. */
class StaffDeskIT {

    @RegisterExtension
    private static final SharedDemo DEMO = new SharedDemo();

    @Test
    void a_case_is_taken_looked_at_with_a_reason_and_decided_and_an_auditor_sees_who_looked() {
        Page lead = staff("training", "Zhao Min", "SUPERVISOR");
        new Keyboard(lead).press("seed-submit");
        assertThat(lead.getByTestId("done")).isVisible();
        requireEveryWay(lead);
        new Keyboard(lead).press("staff-tab-queue");
        assertThat(lead.getByTestId("review-queue")).isVisible();
        requireEveryWay(lead);

        Page desk = staff("review", "Li Na", "REVIEWER");
        requireEveryWay(desk);
        Keyboard keys = new Keyboard(desk).press("review-next").choose("review-reason-FIRST_IMPRESSION");
        requireEveryWay(desk);
        keys.press("review-look");
        assertThat(desk.getByTestId("review-picture").first()).isVisible();
        assertThat(desk.getByTestId("review-evidence")).not().containsText("_");
        requireEveryWay(desk);
        keys.choose("review-code-IDENTITY_CONFIRMED").press("review-decide");
        assertThat(desk.getByTestId("done")).isVisible();

        String auditor = StaffPage.hire(DEMO.operator(), "Sun Li", "AUDITOR");
        Page audit = Visits.staff(DEMO.browser().visit("en"), DEMO.server(), auditor, "queue");
        audit.navigate(DEMO.server().uri("/audit").toString());
        assertThat(audit.getByTestId("look").first()).containsText("To see the case for the first time");
        String looked = audit.getByTestId("look").first().getAttribute("data-case");
        new Keyboard(audit).press("audit-sign").write("looks-case", looked).press("looks-show");
        assertThat(audit.getByTestId("checkpoint").first()).isVisible();
        assertThat(audit.getByTestId("look").first()).hasAttribute("data-case", looked);
        requireEveryWay(audit);
        audit.navigate(DEMO.server().uri("/transparency").toString());
        audit.getByTestId("transparency-table").waitFor();
        requireEveryWay(audit);
    }

    @Test
    void a_doubted_line_that_nobody_stood_for_is_kept_or_ended_by_a_person_alone() {
        String line = "+8613800139030";
        new MadeUpPerson(DEMO.server(), "Bo", "S13900030").takes(line);
        DoubtedLine doubted = DoubtedLine.of(DEMO.operator(), line);
        doubted.post();
        doubted.runToItsDecision();
        Page desk = staff("remediation", "Wang Fang", "REVIEWER");
        requireEveryWay(desk);
        Keyboard keys = new Keyboard(desk)
                .pressWithin("[data-testid=remediation-row][data-line='" + line + "']", "remediation-look")
                .choose("remediation-code-HOLDER_CONFIRMED")
                .press("remediation-decide");
        assertThat(desk.getByTestId("remediation-decide-question")).isVisible();
        requireEveryWay(desk);
        keys.press("remediation-decide-confirm");
        assertThat(desk.getByTestId("done")).isFocused();
        assertThat(desk.getByTestId("done")).containsText(line);
        assertThat(doubted.state().get("phase").asString()).isEqualTo("SETTLED");
        assertThat(DEMO.operator().get("/v1/lines/" + line).text("status")).isEqualTo("ACTIVE");
    }

    @Test
    void an_agent_attests_who_stands_there_without_any_face_and_hands_them_their_lines_on_paper() {
        String line = "+8613800139040";
        Application waiting = Application.open(DEMO.server(), line);
        waiting.api()
                .post("/v1/applications/" + waiting.id() + "/attended-check", Map.of())
                .must(200);
        // The case opens a moment after the wish.
        String code = Awaitility.await("a code for the shop")
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> waiting.api().get("/v1/applications/" + waiting.id() + "/appointment"),
                        answer -> answer.status() == 200)
                .text("code");

        Page desk = staff("attended", "Chen Jie", "AGENT");
        requireEveryWay(desk);
        Keyboard keys = new Keyboard(desk).write("attended-code", code).press("attended-open");
        assertThat(desk.getByTestId("attended-case")).isVisible();
        keys.choose("attest-kind-IDENTITY_CARD")
                .write("attest-familyName", "Chen")
                .write("attest-givenNames", "Yu")
                .write("attest-documentNumber", "S13900040")
                .date("attest-birthDate", "1984-01-26")
                .choose("attest-MAGNIFIER")
                .choose("attest-same");
        requireEveryWay(desk);
        keys.press("attest-submit");
        assertThat(desk.getByTestId("done")).isVisible();
        assertThat(waiting.decided().get("state").asString()).isEqualTo("VERIFIED");

        keys.press("staff-tab-paper").write("paper-application", waiting.id()).press("paper-make");
        assertThat(desk.getByTestId("paper-line")).containsText(line);
        requireEveryWay(desk);
    }

    @Test
    void whoever_says_that_they_act_for_an_organisation_is_confirmed_after_a_look_at_the_register() {
        Api visit = new MadeUpPerson(DEMO.server(), "Fang", "S13900050").visit();
        visit.post(
                        "/v1/me/organisations",
                        Map.of("name", "Harbour School", "registrationNumber", "R-50", "country", "CN"))
                .must(201);
        Page desk = staff("organisations", "Liu Yang", "REVIEWER");
        requireEveryWay(desk);
        Keyboard keys = new Keyboard(desk)
                .press("organisation-look")
                .choose("organisation-code-REGISTER_EXTRACT")
                .press("organisation-decide");
        requireEveryWay(desk);
        keys.press("organisation-decide-confirm");
        assertThat(desk.getByTestId("done")).isFocused();
    }

    private static Page staff(String part, String name, String... roles) {
        String token = StaffPage.hire(DEMO.operator(), name, roles);
        return Visits.staff(DEMO.browser().visit("en"), DEMO.server(), token, part);
    }
}
