package io.namesake.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;

/**
 * The applicant's road as its pages show it; each method walks one step and waits until the next is there. No step
 * may keep anybody out (axe-core).
 *
 * @param page the browser's page
 */
record ApplicantPage(Page page) {

    private static final double DECISION_LIMIT = 30_000;
    /** A film takes a quarter of a minute, and is looked at afterwards. */
    private static final double FILM_LIMIT = 90_000;

    private static final int TRIES = 3;

    ApplicantPage open(String captureLink) {
        page.navigate(captureLink);
        assertThat(step("consent")).isVisible();
        Accessibility.requireNothingSerious(page);
        return this;
    }

    ApplicantPage consent() {
        step("consent-accept").click();
        assertThat(step("document")).isVisible();
        return this;
    }

    ApplicantPage document(byte[] jpeg) {
        giveDocument(jpeg);
        Accessibility.requireNothingSerious(page);
        step("document-continue").click();
        assertThat(step("selfie")).isVisible();
        return this;
    }

    /** Gives a photo of a document to be read, and confirms what was read of it. */
    ApplicantPage photo(byte[] photo) {
        step("document-file").setInputFiles(new FilePayload("passport.jpg", "image/jpeg", photo));
        step("document-read").click();
        assertThat(step("reading")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(DECISION_LIMIT));
        seesPortrait();
        Accessibility.requireNothingSerious(page);
        step("reading-confirm").click();
        assertThat(step("selfie")).isVisible();
        return this;
    }

    /** Gives the files of a chip, and confirms what was read of them. */
    ApplicantPage chip(byte[] zip) {
        step("chip-file").setInputFiles(new FilePayload("chip.zip", "application/zip", zip));
        assertThat(step("reading")).isVisible();
        seesPortrait();
        Accessibility.requireNothingSerious(page);
        step("reading-confirm").click();
        assertThat(step("selfie")).isVisible();
        return this;
    }

    /** The portrait that was read is there, and the browser could show it. */
    ApplicantPage seesPortrait() {
        Locator picture = step("reading-portrait").locator("img");
        assertThat(picture).isVisible();
        assertThat(picture).hasJSProperty("complete", true);
        assertThat(picture).not().hasJSProperty("naturalWidth", 0);
        return this;
    }

    /** Fills the step, and stays there. */
    void giveDocument(byte[] jpeg) {
        step("document-file").setInputFiles(new FilePayload("document.jpg", "image/jpeg", jpeg));
        assertThat(step("document-picture")).isVisible();
        step("document-family-name").fill(Application.FIELDS.get("familyName"));
        step("document-given-names").fill(Application.FIELDS.get("givenNames"));
        step("document-number").fill(Application.FIELDS.get("documentNumber"));
        step("document-birth-date").fill(Application.FIELDS.get("birthDate"));
        step("document-expiry-date").fill(Application.FIELDS.get("expiryDate"));
    }

    /** Follows the page's instructions before the camera. */
    ApplicantPage selfieWithMovements() {
        assertThat(step("selfie-hint")).not().isEmpty();
        Accessibility.requireNothingSerious(page);
        return startMovements().movementsSeen();
    }

    ApplicantPage startMovements() {
        step("movements-start").click();
        assertThat(step("movement")).isVisible();
        return this;
    }

    /** Waits until the movements are seen; like anybody, tries again when the page says what to do better. */
    ApplicantPage movementsSeen() {
        for (int i = 1; ; i++) {
            Locator outcome = step("review").or(step("movements-advice")).or(step("movements-lost"));
            assertThat(outcome).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(FILM_LIMIT));
            if (step("review").isVisible()) {
                Accessibility.requireNothingSerious(page);
                return this;
            }
            if (i == TRIES) {
                throw new AssertionError("The movements were not seen: " + outcome.textContent());
            }
            startMovements();
        }
    }

    /** Makes no movements, and says no reason for it. */
    ApplicantPage withoutMovements() {
        step("movements-cannot").click();
        assertThat(step("other-ways")).isVisible();
        Accessibility.requireNothingSerious(page);
        step("movements-still").click();
        return this;
    }

    /** Holds still before the camera until the page has found the face good and taken the picture by itself. */
    ApplicantPage selfieTakenByItself() {
        assertThat(step("selfie-picture")).isVisible();
        return sendSelfie();
    }

    private ApplicantPage sendSelfie() {
        Accessibility.requireNothingSerious(page);
        step("selfie-continue").click();
        assertThat(step("review")).isVisible();
        Accessibility.requireNothingSerious(page);
        return this;
    }

    /** Submits and waits for the verdict. */
    ApplicantPage submit(String expectedOutcome) {
        step("submit").click();
        return verdict(expectedOutcome);
    }

    ApplicantPage verdict(String expectedOutcome) {
        assertThat(step("verdict"))
                .hasAttribute(
                        "data-outcome",
                        expectedOutcome,
                        new LocatorAssertions.HasAttributeOptions().setTimeout(DECISION_LIMIT));
        Accessibility.requireNothingSerious(page);
        return this;
    }

    Locator step(String testId) {
        return page.getByTestId(testId);
    }
}
