package io.namesake.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.namesake.e2e.Api.Answer;
import java.util.List;
import java.util.Map;

/**
 * The desk of one of the operator's people, used by keyboard.
 *
 * @param page the browser's page
 */
record StaffPage(Page page) {

    /** Adds somebody to the operator's people. @return their token */
    static String hire(Api operator, String name, String... roles) {
        Answer created = operator.post("/v1/staff", Map.of("name", name, "roles", List.of(roles)));
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        return created.text("token");
    }

    StaffPage signIn(ServerProcess server, String token) {
        page.navigate(server.uri("/staff").toString());
        assertThat(page.getByTestId("sign-in")).isVisible();
        Accessibility.requireNothingSerious(page);
        new Keyboard(page).press("sign-in-by-token").write("staff-token", token).press("staff-sign-in");
        assertThat(page.getByTestId("staff-self")).isVisible();
        Accessibility.requireNothingSerious(page);
        return this;
    }

    /** Gives a reason for looking, and opens the file. */
    StaffPage lookAtDispute(String line) {
        new Keyboard(page)
                .press("staff-tab-disputes")
                .pressWithin("[data-testid=dispute-row][data-line='" + line + "']", "dispute-look")
                .press("dispute-open-file");
        assertThat(page.getByTestId("dispute-decide")).isVisible();
        Accessibility.requireNothingSerious(page);
        return this;
    }

    StaffPage decide(String code) {
        new Keyboard(page).choose("dispute-code-NO_EVIDENCE_OF_REGISTRATION");
        page.getByTestId("dispute-code-" + code).check();
        new Keyboard(page).press("dispute-decide");
        assertThat(page.getByTestId("dispute-decide-question")).isVisible();
        Accessibility.requireNothingSerious(page);
        new Keyboard(page).press("dispute-decide-confirm");
        assertThat(page.getByTestId("done")).isFocused();
        return this;
    }
}
