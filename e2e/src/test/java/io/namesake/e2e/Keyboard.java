package io.namesake.e2e;

import com.microsoft.playwright.Page;

/**
 * Somebody who uses no mouse.
 *
 * @param page the browser's page
 */
record Keyboard(Page page) {
    /** So many presses of the Tab key are asked of nobody for one thing. */
    private static final int MOST = 60;

    /** Presses Tab until the element has the focus; a keyboard user has no other way there. */
    Keyboard reach(String testId) {
        page.getByTestId(testId).first().waitFor();
        for (int i = 0; i < MOST; i++) {
            page.keyboard().press("Tab");
            if ((Boolean) page.getByTestId(testId).first().evaluate("element => element === document.activeElement")) {
                return this;
            }
        }
        throw new AssertionError("The keyboard does not reach " + testId);
    }

    /** Reaches a button or a link, and presses it. */
    Keyboard press(String testId) {
        reach(testId);
        page.keyboard().press("Enter");
        return this;
    }

    /** Reaches a choice, and takes it. */
    Keyboard choose(String testId) {
        reach(testId);
        page.keyboard().press("Space");
        return this;
    }

    Keyboard write(String testId, String words) {
        reach(testId);
        page.keyboard().insertText(words);
        return this;
    }
}
