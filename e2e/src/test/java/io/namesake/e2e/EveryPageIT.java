package io.namesake.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.namesake.e2e.Accessibility.requireEveryWay;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The pages of applicants, holders and whoever is written to keep nobody out, in both languages, on a phone and at a desk, and none is
 * wider than a phone. The desks are swept where they are used: {@link StaffDeskIT}, {@link OperatorDeskIT}.
 */
class EveryPageIT {

    @RegisterExtension
    private static final SharedDemo DEMO = new SharedDemo();

    @Test
    void pages_that_are_open_to_anyone_keep_nobody_out() {
        Page page = DEMO.browser().visit("en");
        for (String path : List.of(
                "/",
                "/retention",
                "/transparency",
                "/audit",
                "/my-lines",
                "/staff",
                "/operator",
                "/hearing",
                "/transfer",
                "/notice",
                "/apply/",
                "/apply/00000000-0000-0000-0000-000000000000#unknown")) {
            page.navigate(DEMO.server().uri(path).toString());
            page.locator("h1").waitFor();
            requireEveryWay(page);
        }
    }

    @Test
    void every_step_of_the_applicants_road_keeps_nobody_out() {
        Page page = DEMO.browser().visit("zh-CN");
        page.navigate(link("+8613800139001"));
        step(page, "consent");
        at(page, "consent-accept").click();
        step(page, "document");
        page.locator("[data-testid^=chip-sample-]").first().click();
        step(page, "reading");
        at(page, "reading-other").click();
        page.locator("[data-testid^=document-sample-]").first().click();
        step(page, "document-picture");
        at(page, "document-expiry-date").fill("");
        at(page, "document-continue").click();
        requireEveryWay(page);
        at(page, "document-expiry-date").fill("2039-10-31");
        at(page, "document-number").fill("S13900001");
        at(page, "document-continue").click();
        step(page, "selfie");
        page.locator("[data-testid^=selfie-sample-]").first().click();
        step(page, "selfie-picture");
        at(page, "selfie-continue").click();
        step(page, "review");
        at(page, "submit").click();
        assertThat(at(page, "verdict")).hasAttribute("data-outcome", "VERIFIED");
        requireEveryWay(page);
    }

    @Test
    void who_is_refused_or_waits_for_a_person_reads_why_and_what_to_do_on_a_page_that_keeps_nobody_out() {
        Page page = DEMO.browser().visit("en");
        ApplicantPage applicant =
                new ApplicantPage(page).open(link("+8613800139002")).consent();
        page.locator("[data-testid^=document-sample-]").first().click();
        at(page, "document-picture").waitFor();
        at(page, "document-expiry-date").fill("2020-10-31");
        at(page, "document-continue").click();
        page.locator("[data-testid^=selfie-sample-]").first().click();
        at(page, "selfie-picture").waitFor();
        at(page, "selfie-continue").click();
        at(page, "submit").click();
        applicant.verdict("REFUSED");
        requireEveryWay(page);

        applicant.open(link("+8613800139003"));
        at(page, "attended-check").click();
        applicant.verdict("REVIEW");
        requireEveryWay(page);
    }

    @Test
    void the_lines_in_ones_name_keep_nobody_out_whatever_is_under_way_about_them() {
        MadeUpPerson mei = new MadeUpPerson(DEMO.server(), "Mei", "S13900010");
        for (int i = 0; i < 4; i++) {
            mei.takes("+861380013901" + i);
        }
        Bank.of(DEMO.operator(), "Harbour Bank").asksAbout("+8613800139010");
        String token = mei.holderToken();
        Api visit = Api.anyone(DEMO.server()).as(token);
        for (var line : visit.get("/v1/me/lines").body().get("lines")) {
            String id = line.get("id").asString();
            switch (line.get("line").asString()) {
                case "+8613800139011" ->
                    visit.post("/v1/me/lines/" + id + "/dispute", Map.of("claim", "GAVE_IT_AWAY"))
                            .must(201);
                case "+8613800139012" ->
                    visit.post("/v1/me/lines/" + id + "/ending", Map.of()).must(201);
                case "+8613800139013" -> {
                    visit.put("/v1/me/lines/" + id + "/user", Map.of("kind", "DEVICE", "label", "the alarm at home"))
                            .must(200);
                    visit.post("/v1/me/lines/" + id + "/transfer", Map.of()).must(201);
                    visit.post("/v1/me/lines/" + id + "/loss", Map.of()).must(200);
                }
                default -> {}
            }
        }
        visit.post(
                        "/v1/me/organisations",
                        Map.of("name", "Example Trading Ltd.", "registrationNumber", "HRB 1", "country", "DE"))
                .must(201);

        Page page = Visits.myLines(DEMO.browser().visit("en"), DEMO.server(), token);
        for (String content : List.of("ended-line", "my-dispute", "my-transfer", "consent", "organisation-row")) {
            at(page, content).first().waitFor();
        }
        requireEveryWay(page);
        for (String wish : List.of("notMine", "lost", "someone", "handOver", "notNeeded")) {
            page.locator("[data-testid=my-line][data-line='+8613800139010']")
                    .getByTestId("wish-" + wish)
                    .click();
            requireEveryWay(page);
        }
        String line = "[data-testid=my-line][data-line='+8613800139010']";
        new Keyboard(page).pressWithin(line, "wish-lost").press("lost-confirm");
        assertThat(page.locator(line).getByTestId("my-line-matter")).hasAttribute("data-kind", "LOST");
        new Keyboard(page).press("consent-grant");
        assertThat(at(page, "consent")).hasAttribute("data-state", "GRANTED");
        at(page, "organisation-open").click();
        at(page, "organisation-submit").click();
        at(page, "erase").click();
        at(page, "erase-question").waitFor();
        requireEveryWay(page);
        at(page, "erase-confirm").click();
        at(page, "erasure-report").waitFor();
        requireEveryWay(page);
    }

    @Test
    void pages_behind_a_link_keep_nobody_out() {
        Api operator = DEMO.operator();
        MadeUpPerson wei = new MadeUpPerson(DEMO.server(), "Wei", "S13900020");
        wei.takes("+8613800139020");
        wei.takes("+8613800139021");
        Page page = DEMO.browser().visit("en");

        String notice = DoubtedLine.of(operator, "+8613800139020").post();
        page.navigate(DEMO.server().uri("/notice#" + notice).toString());
        step(page, "notice");
        new Keyboard(page).press("notice-time-TRAVEL");
        assertThat(at(page, "notice-time-TRAVEL")).isHidden();
        requireEveryWay(page);
        new Keyboard(page).write("notice-words", "I am in hospital.").press("notice-appeal");
        assertThat(at(page, "notice")).hasAttribute("data-phase", "APPEALED");
        requireEveryWay(page);

        Api visit = wei.visit();
        Map<String, String> ids = new HashMap<>();
        visit.get("/v1/me/lines")
                .body()
                .get("lines")
                .forEach(line ->
                        ids.put(line.get("line").asString(), line.get("id").asString()));
        String disputed = ids.get("+8613800139020");
        String dispute = visit.post("/v1/me/lines/" + disputed + "/dispute", Map.of("claim", "NEVER_TOOK_IT"))
                .must(201)
                .text("id");
        page.navigate(operator.post("/v1/disputes/" + dispute + "/hearing", Map.of("locale", "en"))
                .must(201)
                .text("url"));
        step(page, "hearing");

        page.navigate(visit.post("/v1/me/lines/" + ids.get("+8613800139021") + "/transfer", Map.of())
                .must(201)
                .text("url"));
        step(page, "transfer");
    }

    private static String link(String line) {
        return Application.create(DEMO.operator(), line)
                .body()
                .at("/captureLink/url")
                .asString();
    }

    private static void step(Page page, String testId) {
        assertThat(at(page, testId)).isVisible();
        requireEveryWay(page);
    }

    private static Locator at(Page page, String testId) {
        return page.getByTestId(testId);
    }
}
