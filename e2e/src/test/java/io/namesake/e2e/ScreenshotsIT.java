package io.namesake.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Makes the README's pictures: {@code ./mvnw verify -pl e2e -Dit.test='*ScreenshotsIT' -Dnamesake.screenshots=true}.
 */
@EnabledIfSystemProperty(named = "namesake.screenshots", matches = "true")
class ScreenshotsIT {

    @Test
    void every_page_is_pictured(@TempDir Path folder) throws Exception {
        People people = People.ofSamples();
        try (ServerProcess server = ServerProcess.start(folder.resolve("data"), Map.of("NAMESAKE_DEMO", "true"));
                FilmedBrowser browser = FilmedBrowser.start(Optional.empty())) {
            Page page = browser.visitToBePictured("en");
            page.addInitScript(Actor.script(people.selfieImage()));
            page.navigate(server.uri("/").toString());
            ApplicantPage applicant = new ApplicantPage(page);
            assertThat(applicant.step("demo-MOBILE")).isVisible();
            Screenshot.inBothLanguages(page, "home");

            applicant.step("demo-MOBILE").click();
            assertThat(applicant.step("consent")).isVisible();
            Screenshot.inBothLanguages(page, "consent");

            applicant.consent();
            page.locator("[data-testid^=chip-sample-]").first().click();
            assertThat(applicant.step("reading")).isVisible();
            applicant.seesPortrait();
            Screenshot.of(page, "reading");
            applicant.step("reading-other").click();
            applicant.giveDocument(people.document());
            Screenshot.of(page, "document");

            applicant.step("document-continue").click();
            assertThat(applicant.step("selfie-hint")).not().isEmpty();
            applicant.startMovements();
            assertThat(page.locator("[data-testid=movement]:not([data-prompt=LOOK_STRAIGHT])"))
                    .isVisible();
            Screenshot.of(page, "selfie");

            applicant.movementsSeen().submit("VERIFIED");
            Screenshot.inBothLanguages(page, "verdict");

            for (String[] request : new String[][] {
                {"FIXED", "+861012345678"}, {"INTERNET", "wang@example.net"}, {"MOBILE", "+8613800138000"}
            }) {
                Api.operator(server)
                        .post("/v1/applications", Map.of("service", request[0], "line", request[1], "locale", "zh-CN"));
            }
            new OperatorPage(page).open(server).signIn();
            assertThat(page.getByTestId("line-row")).hasCount(4);
            Screenshot.inBothLanguages(page, "operator");
        }
    }

    /** A line that was just taken is lent, then disputed; its user is asked, and a reviewer looks. */
    @Test
    void the_lines_in_ones_name_the_hearing_and_the_staff_desk_are_pictured(@TempDir Path folder) throws Exception {
        try (ServerProcess server = ServerProcess.start(
                        folder.resolve("data"), Map.of("NAMESAKE_DEMO", "true", "NAMESAKE_CHALLENGE", "OFF"));
                FilmedBrowser browser = FilmedBrowser.start(Optional.empty())) {
            MyLinesPage holder = new MyLinesPage(browser.visitToBePictured("en"), 0);
            holder.takeLine(server);
            holder.seeLines();
            pictureLines(holder.page());
            pictureCase(server, browser);
        }
    }

    private static void pictureLines(Page page) {
        page.getByTestId("wish-someone").click();
        page.getByTestId("user-kind-CHILD").check();
        page.getByTestId("user-label").fill("Mei, my eldest");
        page.getByTestId("user-save").click();
        assertThat(page.getByTestId("my-line")).containsText("Mei, my eldest");
        page.getByTestId("wish-notMine").click();
        page.getByTestId("claim-NEVER_TOOK_IT").check();
        Screenshot.inBothLanguages(page, "my-lines");
        page.getByTestId("not-mine-confirm").click();
        assertThat(page.getByTestId("my-dispute")).isVisible();
    }

    private static void pictureCase(ServerProcess server, FilmedBrowser browser) {
        Api operator = Api.operator(server);
        String dispute =
                operator.get("/v1/disputes").body().at("/disputes/0/id").asString();
        String link = operator.post("/v1/disputes/" + dispute + "/hearing", Map.of("locale", "zh-CN"))
                .text("url");
        Page user = browser.visitToBePictured("zh-CN");
        user.navigate(link);
        user.getByTestId("hearing-words").fill("五月份我哥哥给我的，一直由我使用。");
        Screenshot.of(user, "hearing");
        user.getByTestId("hearing-send").click();
        assertThat(user.getByTestId("hearing-thanks")).isVisible();

        Page desk = browser.visitToBePictured("en");
        new StaffPage(desk)
                .signIn(server, StaffPage.hire(operator, "Li Na", "REVIEWER", "AGENT"))
                .lookAtDispute(operator.get("/v1/disputes")
                        .body()
                        .at("/disputes/0/line")
                        .asString());
        Screenshot.of(desk, "staff");
    }
}
