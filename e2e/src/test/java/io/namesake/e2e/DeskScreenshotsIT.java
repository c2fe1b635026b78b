package io.namesake.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pictures of the desks of an operator and its people, and of a representative's page; see {@link ScreenshotsIT}. */
@EnabledIfSystemProperty(named = "namesake.screenshots", matches = "true")
class DeskScreenshotsIT {

    @RegisterExtension
    private static final SharedDemo DEMO = new SharedDemo();

    @Test
    void the_operators_desk_is_pictured() {
        MadeUpPerson robin = new MadeUpPerson(DEMO.server(), "Robin", "S13900200");
        for (int i = 0; i < 4; i++) {
            robin.asks("+86101239020" + i, Map.of("service", "FIXED"));
        }
        DEMO.operator()
                .post(
                        "/v1/remediation-campaigns",
                        Map.of(
                                "name", "Fixed lines verified before 2027",
                                "service", "FIXED",
                                "status", "ACTIVE",
                                "pacePerDay", 1,
                                "contactCapacityPerDay", 20,
                                "language", "zh-CN"))
                .must(201);
        Page desk = operator("campaigns");
        assertThat(desk.getByTestId("campaign-forecast")).isVisible();
        Screenshot.of(desk, "campaigns");

        robin.takes("+8613800139204");
        DoubtedLine doubted = DoubtedLine.of(DEMO.operator(), "+8613800139204");
        doubted.letter();
        desk.getByTestId("operator-tab-letters").click();
        desk.locator("[data-testid=letter-row]", new Page.LocatorOptions().setHasText("+8613800139204"))
                .getByTestId("letter-open")
                .click();
        assertThat(desk.getByTestId("letter")).isVisible();
        Screenshot.of(desk, "letters");

        doubted.post();
        doubted.runToItsDecision();
        Page staff = Visits.staff(
                pictured(), DEMO.server(), StaffPage.hire(DEMO.operator(), "Li Na", "REVIEWER"), "remediation");
        staff.locator("[data-testid=remediation-row][data-line='+8613800139204']")
                .getByTestId("remediation-look")
                .click();
        assertThat(staff.getByTestId("remediation-decide")).isVisible();
        Screenshot.inBothLanguages(staff, "doubted-line");
    }

    @Test
    void transfers_an_organisations_lines_and_the_audit_page_are_pictured() {
        Api giver = Api.anyone(DEMO.server())
                .as(MadeUpPerson.tokenOf(new MadeUpPerson(DEMO.server(), "Kim", "S13900210").takes("+8613800139210")));
        MadeUpPerson noa = new MadeUpPerson(DEMO.server(), "Noa", "S13900211");
        String token = MadeUpPerson.tokenOf(noa.takes("+8613800139211"));
        Api visit = giver.as(token);
        String organisation = visit.post(
                        "/v1/me/organisations",
                        Map.of("name", "Harbour School", "registrationNumber", "R-211", "country", "CN"))
                .must(201)
                .text("id");
        Api reviewer = giver.as(StaffPage.hire(DEMO.operator(), "Wang Fang", "REVIEWER"));
        reviewer.get("/v1/organisations/" + organisation).must(200);
        reviewer.post("/v1/organisations/" + organisation + "/decision", Map.of("evidence", "REGISTER_EXTRACT"));
        String link = giver.post(
                        "/v1/me/lines/"
                                + giver.get("/v1/me/lines")
                                        .body()
                                        .at("/lines/0/id")
                                        .asString() + "/transfer",
                        Map.of())
                .must(201)
                .text("url");
        visit.post(
                        "/v1/me/transfers",
                        Map.of("token", link.substring(link.indexOf('#') + 1), "organisationId", organisation))
                .must(200);
        Page desk = operator("transfers");
        assertThat(desk.getByTestId("transfer-row").first()).isVisible();
        Screenshot.of(desk, "transfers");
        desk.getByTestId("transfer-release").first().click();
        assertThat(desk.getByTestId("done")).isVisible();
        Bank.of(DEMO.operator(), "Harbour Bank").asksAbout("+8613800139211");
        Page mine = Visits.myLines(pictured(), DEMO.server(), token);
        assertThat(mine.getByTestId("organisation-lines")).isVisible();
        assertThat(mine.getByTestId("consent")).isVisible();
        Screenshot.of(mine, "organisation");
        Page phone = Visits.myLines(DEMO.withItsTime(DEMO.browser().visit("zh-CN")), DEMO.server(), token);
        assertThat(phone.getByTestId("organisation-lines")).isVisible();
        phone.screenshot(new Page.ScreenshotOptions().setPath(Path.of("../docs/screenshots/phone-zh.png")));

        pictureAudit();
    }

    private static void pictureAudit() {
        giveCases();
        Page review = Visits.staff(
                pictured(), DEMO.server(), StaffPage.hire(DEMO.operator(), "Zhang Wei", "REVIEWER"), "review");
        review.getByTestId("review-next").click();
        review.getByTestId("review-reason-FIRST_IMPRESSION").check();
        review.getByTestId("review-look").click();
        assertThat(review.getByTestId("review-picture").first()).isVisible();
        Screenshot.of(review, "review");
        Page audit =
                Visits.staff(pictured(), DEMO.server(), StaffPage.hire(DEMO.operator(), "Sun Li", "AUDITOR"), "queue");
        audit.navigate(DEMO.server().uri("/audit").toString());
        assertThat(audit.getByTestId("look").first()).isVisible();
        audit.getByTestId("audit-sign").click();
        assertThat(audit.getByTestId("checkpoint").first()).isVisible();
        Screenshot.of(audit, "audit");
    }

    private static void giveCases() {
        DEMO.operator()
                .as(StaffPage.hire(DEMO.operator(), "Zhao Min", "SUPERVISOR"))
                .post("/v1/reviews/seeds", Map.of("count", 2, "truth", "SAME_PERSON"));
    }

    private static Page pictured() {
        return DEMO.withItsTime(DEMO.browser().visitToBePictured("en"));
    }

    private static Page operator(String part) {
        return Visits.operator(pictured(), DEMO.server(), part);
    }
}
