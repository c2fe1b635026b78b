package io.namesake.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;

/**
 * The operator's page.
 *
 * @param page the browser's page
 */
record OperatorPage(Page page) {

    OperatorPage open(ServerProcess server) {
        page.navigate(server.uri("/operator").toString());
        assertThat(page.getByTestId("operator-sign-in-form")).isVisible();
        return this;
    }

    OperatorPage signIn() {
        page.getByTestId("operator-key").fill(ServerProcess.API_KEY);
        page.getByTestId("operator-sign-in").click();
        assertThat(page.getByTestId("operator-sign-out")).isVisible();
        return this;
    }

    OperatorPage showsApplication(String line, String state) {
        assertThat(page.locator("[data-testid=application-row][data-line='" + line + "']"))
                .hasAttribute("data-state", state);
        return this;
    }

    OperatorPage showsLine(String line, String status) {
        assertThat(page.locator("[data-testid=line-row][data-line='" + line + "']"))
                .hasAttribute("data-status", status);
        return this;
    }
}
