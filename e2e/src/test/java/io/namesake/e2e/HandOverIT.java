package io.namesake.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.namesake.e2e.Accessibility.requireEveryWay;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.namesake.e2e.Api.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A line changes hands as both sides and the operator see it, and as the representative of an organisation does. */
class HandOverIT {

    @RegisterExtension
    private static final SharedDemo DEMO = new SharedDemo();

    @Test
    void a_line_is_offered_accepted_by_who_was_verified_and_completed_by_the_operator() {
        String line = "+8613800139090";
        MadeUpPerson giver = new MadeUpPerson(DEMO.server(), "Lan", "S13900090");
        Page theirs =
                Visits.myLines(DEMO.browser().visit("en"), DEMO.server(), MadeUpPerson.tokenOf(giver.takes(line)));
        new Keyboard(theirs).press("wish-handOver").press("hand-over-confirm");
        assertThat(theirs.getByTestId("hand-over-link")).isVisible();
        requireEveryWay(theirs);
        String link = theirs.getByTestId("hand-over-link").textContent();

        Page page = DEMO.browser().visit("zh-CN");
        page.navigate(link);
        MyLinesPage receiver = new MyLinesPage(page, 0);
        receiver.keyboard().press("verify-again");
        receiver.walk(new MadeUpPerson(DEMO.server(), "Hong", "S13900091").fields(), "VERIFIED");
        receiver.keyboard().press("see-my-lines").press("transfer-accept");
        assertThat(receiver.at("transfer-accepted")).isVisible();
        assertThat(page.locator("body")).not().containsText("Lan");
        requireEveryWay(page);

        Page desk = Visits.operator(DEMO.browser().visit("en"), DEMO.server(), "transfers");
        Locator row = desk.locator("[data-testid=transfer-row][data-line='" + line + "']");
        assertThat(row).hasAttribute("data-state", "ACCEPTED");
        row.getByTestId("transfer-object").focus();
        desk.keyboard().press("Enter");
        requireEveryWay(desk);
        new Keyboard(desk).pressWithin("[data-testid=transfer-row][data-line='" + line + "']", "transfer-release");
        assertThat(row).hasAttribute("data-state", "COMPLETED");

        page.navigate(DEMO.server().uri("/my-lines").toString());
        assertThat(page.locator("[data-testid=my-line][data-line='" + line + "']"))
                .isVisible();
        theirs.reload();
        assertThat(theirs.getByTestId("my-transfer")).hasAttribute("data-state", "COMPLETED");
        assertThat(theirs.getByTestId("my-lines-empty")).isVisible();
    }

    @Test
    void an_organisations_line_is_shown_to_who_acts_for_it_apart_from_their_own() {
        String line = "+8613800139100";
        Api giver = Api.anyone(DEMO.server())
                .as(MadeUpPerson.tokenOf(new MadeUpPerson(DEMO.server(), "Jun", "S13900100").takes(line)));
        String token = new MadeUpPerson(DEMO.server(), "Yan", "S13900101").holderToken();
        Api visit = giver.as(token);
        String organisation = visit.post(
                        "/v1/me/organisations",
                        Map.of("name", "Harbour Trading Ltd.", "registrationNumber", "R-100", "country", "CN"))
                .must(201)
                .text("id");
        Api reviewer = giver.as(StaffPage.hire(DEMO.operator(), "Qian Kun", "REVIEWER"));
        reviewer.get("/v1/organisations/" + organisation).must(200);
        Answer decided = reviewer.post(
                "/v1/organisations/" + organisation + "/decision", Map.of("evidence", "REGISTER_EXTRACT"));
        assertThat(decided.status()).as(decided.toString()).isBetween(200, 204);
        String offered = giver.post(
                        "/v1/me/lines/"
                                + giver.get("/v1/me/lines")
                                        .body()
                                        .at("/lines/0/id")
                                        .asString() + "/transfer",
                        Map.of())
                .must(201)
                .text("url");

        Page page = Visits.myLines(DEMO.browser().visit("en"), DEMO.server(), token);
        page.navigate(offered);
        new Keyboard(page).reach("for-whom-self").next().press("transfer-accept");
        assertThat(page.getByTestId("transfer-accepted")).isVisible();
        String transfer = DEMO.operator()
                .get("/v1/transfers")
                .body()
                .get("transfers")
                .valueStream()
                .filter(one -> one.get("line").asString().equals(line))
                .findAny()
                .orElseThrow()
                .get("id")
                .asString();
        assertThat(DEMO.operator()
                        .post("/v1/transfers/" + transfer + "/release", Map.of())
                        .status())
                .isBetween(200, 204);

        page.navigate(DEMO.server().uri("/my-lines").toString());
        Locator apart = page.getByTestId("organisation-lines");
        assertThat(apart.locator("h2")).containsText("Harbour Trading Ltd.");
        assertThat(apart.getByTestId("my-line")).hasAttribute("data-line", line);
        assertThat(page.getByTestId("my-lines-empty")).isVisible();
        requireEveryWay(page);
        new Keyboard(page)
                .press("wish-someone")
                .choose("user-kind-CHILD")
                .next()
                .write("user-label", "the front desk")
                .press("user-save");
        assertThat(apart.getByTestId("my-line")).containsText("the front desk");
    }
}
