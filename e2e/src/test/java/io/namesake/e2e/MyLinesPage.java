package io.namesake.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.Map;

/**
 * The lines in one's own name, on a demo server without movements: a made-up person's pictures are given by keyboard alone. No page
 * may keep anybody out (axe-core).
 *
 * @param page the browser's page
 * @param sample which of the demo's made-up persons this is, the first being 0
 */
record MyLinesPage(Page page, int sample) {
    private static final double DECISION_LIMIT = 30_000;
    private static final Map<String, String> INPUTS = Map.of(
            "familyName", "document-family-name",
            "givenNames", "document-given-names",
            "documentNumber", "document-number",
            "birthDate", "document-birth-date",
            "expiryDate", "document-expiry-date");

    /** Takes a mobile number by the demo's own entrance. @return the application's id */
    String takeLine(ServerProcess server) {
        page.navigate(server.uri("/").toString());
        keyboard().press("demo-MOBILE");
        return walk();
    }

    /** Verifies for nothing but one's own list. @return the application's id */
    String verify(ServerProcess server) {
        page.navigate(server.uri("/my-lines").toString());
        assertThat(at("my-lines-start")).isVisible();
        Accessibility.requireNothingSerious(page);
        keyboard().press("my-lines-verify");
        return walk();
    }

    private String walk() {
        return walk(Map.of(), "VERIFIED");
    }

    /**
     * Walks the road that the page shows, with the pictures of the made-up person.
     *
     * @param fields what the document says, where that is something else than the made-up person's
     * @return the application's id
     */
    String walk(Map<String, String> fields, String outcome) {
        keyboard().press("consent-accept");
        giveSample("document");
        INPUTS.forEach((field, input) -> {
            if (fields.containsKey(field)) {
                at(input).fill(fields.get(field));
            }
        });
        keyboard().press("document-continue");
        giveSample("selfie");
        keyboard().press("selfie-continue").press("submit");
        assertThat(at("verdict"))
                .hasAttribute(
                        "data-outcome",
                        outcome,
                        new LocatorAssertions.HasAttributeOptions().setTimeout(DECISION_LIMIT));
        Accessibility.requireNothingSerious(page);
        return page.url().replaceAll(".*/apply/", "").replaceAll("#.*", "");
    }

    private void giveSample(String what) {
        Locator samples = page.locator("[data-testid^=" + what + "-sample-]");
        String chosen = samples.nth(sample).getAttribute("data-testid");
        keyboard().press(chosen);
        assertThat(at(what + "-picture")).isVisible();
    }

    MyLinesPage seeLines() {
        keyboard().press("see-my-lines");
        assertThat(at("my-lines")).isVisible();
        Accessibility.requireNothingSerious(page);
        return this;
    }

    Keyboard keyboard() {
        return new Keyboard(page);
    }

    Locator at(String testId) {
        return page.getByTestId(testId);
    }
}
