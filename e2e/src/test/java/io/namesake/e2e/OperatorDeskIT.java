package io.namesake.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.namesake.e2e.Accessibility.requireEveryWay;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The operator's own desk, by keyboard alone, each part swept for what would keep somebody out. */
class OperatorDeskIT {

    @RegisterExtension
    private static final SharedDemo DEMO = new SharedDemo();

    @Test
    void a_campaign_is_made_with_its_forecast_paused_resumed_and_stopped() {
        for (String line : List.of("+861012390060", "+861012390061", "+861012390062")) {
            new MadeUpPerson(DEMO.server(), "Ling", "S13900060").asks(line, Map.of("service", "FIXED"));
        }
        Page desk = operator("campaigns");
        Keyboard keys = new Keyboard(desk)
                .press("campaign-add")
                .write("campaign-name", "Fixed lines of this year")
                .reach("campaign-service")
                .next()
                .next()
                .reach("campaign-status")
                .next()
                .write("campaign-pace", "1")
                .write("campaign-capacity", "2");
        assertThat(desk.getByTestId("campaign-service")).hasValue("FIXED");
        assertThat(desk.getByTestId("campaign-status")).hasValue("ACTIVE");
        requireEveryWay(desk);
        keys.press("campaign-submit");
        Locator campaign = desk.locator("[data-testid=campaign][data-name='Fixed lines of this year']");
        assertThat(campaign).hasAttribute("data-state", "RUNNING");
        assertThat(campaign.getByTestId("campaign-forecast")).isVisible();
        requireEveryWay(desk);
        keys.press("campaign-pause");
        assertThat(campaign).hasAttribute("data-state", "PAUSED");
        keys.press("campaign-resume");
        assertThat(campaign).hasAttribute("data-state", "RUNNING");
        keys.press("contacts-open").write("contacts-count", "3").press("contacts-submit");
        assertThat(desk.getByTestId("done")).isVisible();
        keys.press("campaign-stop");
        assertThat(desk.getByTestId("campaign-stop-question")).isVisible();
        requireEveryWay(desk);
        keys.press("campaign-stop-confirm");
        assertThat(campaign).hasAttribute("data-state", Pattern.compile("STOPP(ING|ED)"));
        desk.reload();
        assertThat(campaign).hasAttribute("data-state", "STOPPED");
    }

    @Test
    void a_letter_is_printed_alone_on_its_page_and_noted_as_posted() {
        String line = "+8613800139070";
        new MadeUpPerson(DEMO.server(), "Tao", "S13900070").takes(line);
        DoubtedLine doubted = DoubtedLine.of(DEMO.operator(), line);
        String row = "[data-testid=letter-row][data-letter='"
                + doubted.letter().get("id").asString() + "']";
        Page desk = DEMO.browser().visit("en");
        desk.addInitScript("window.print = () => { window.printed = true }");
        Visits.operator(desk, DEMO.server(), "letters");
        Keyboard keys = new Keyboard(desk).pressWithin(row, "letter-open");
        assertThat(desk.getByTestId("letter")).containsText(line);
        requireEveryWay(desk);
        keys.pressWithin(row, "letter-print");
        assertThat((Boolean) desk.evaluate("window.printed")).isTrue();
        desk.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(desk.getByTestId("letter")).isVisible();
        assertThat(desk.locator("h2")).isHidden();
        assertThat(desk.locator(row).getByTestId("letter-posted")).isHidden();
        desk.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        keys.pressWithin(row, "letter-posted");
        assertThat(desk.getByTestId("done")).isFocused();
        assertThat(desk.locator(row)).hasCount(0);
        assertThat(DEMO.operator()
                        .get("/v1/letters")
                        .body()
                        .get("letters")
                        .valueStream()
                        .noneMatch(one -> one.get("remediationId").asString().equals(doubted.id())))
                .isTrue();
    }

    @Test
    void applications_cases_people_and_webhooks_keep_nobody_out() throws Exception {
        String line = "+8613800139080";
        MadeUpPerson hua = new MadeUpPerson(DEMO.server(), "Hua", "S13900080");
        hua.takes(line);
        DoubtedLine.of(DEMO.operator(), line).letter();
        Api visit = hua.visit();
        String id = visit.get("/v1/me/lines").body().at("/lines/0/id").asString();
        visit.post("/v1/me/lines/" + id + "/dispute", Map.of("claim", "NEVER_TOOK_IT"))
                .must(201);

        Page desk = operator("today");
        Keyboard keys = new Keyboard(desk).write("new-line", "+8613800139081").press("new-submit");
        assertThat(desk.getByTestId("capture-link")).isVisible();
        requireEveryWay(desk);
        keys.press("operator-tab-cases")
                .pressWithin("[data-testid=remediation-row][data-line='" + line + "']", "remediation-open");
        assertThat(desk.getByTestId("remediation-file")).isVisible();
        keys.press("remediation-withdraw");
        requireEveryWay(desk);
        keys.press("remediation-withdraw-confirm");
        assertThat(desk.getByTestId("done")).containsText(line);
        requireEveryWay(desk);

        keys.press("operator-tab-people").press("staff-add").write("staff-name", "Gao Yun");
        keys.choose("staff-role-ENGINEER").reach("staff-byInvitation").next().press("staff-submit");
        assertThat(desk.getByTestId("staff-new-token")).isVisible();
        requireEveryWay(desk);

        try (WebhookReceiver network = WebhookReceiver.start()) {
            keys.press("operator-tab-webhooks")
                    .press("webhook-add")
                    .write("webhook-url", network.uri().toString())
                    .write("webhook-description", "the switch")
                    .press("webhook-submit");
            assertThat(desk.getByTestId("webhook-secret")).isVisible();
            new MadeUpPerson(DEMO.server(), "Zhi", "S13900081").takes("+8613800139082");
            keys.press("webhook-deliveries");
            assertThat(desk.getByTestId("delivery-row").first()).isVisible();
            requireEveryWay(desk);
            keys.press("webhook-remove").press("webhook-remove-confirm");
            assertThat(desk.getByTestId("webhook-row")).hasCount(0);
        }
        for (String page : List.of("/transparency", "/audit")) {
            desk.navigate(DEMO.server().uri(page).toString());
            desk.getByTestId(page.equals("/audit") ? "audit-key" : "transparency-table")
                    .waitFor();
            requireEveryWay(desk);
        }
    }

    private static Page operator(String part) {
        return Visits.operator(DEMO.browser().visit("en"), DEMO.server(), part);
    }
}
