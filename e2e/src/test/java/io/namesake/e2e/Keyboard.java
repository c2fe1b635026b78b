package io.namesake.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/**
 * Somebody who uses no mouse.
 *
 * @param page the browser's page
 */
record Keyboard(Page page) {
    /** So many presses of the Tab key are asked of nobody for one thing. */
    private static final int MOST = 120;

    /** Presses Tab until the element has the focus; a keyboard user has no other way there. */
    Keyboard reach(String testId) {
        reach(page.getByTestId(testId).first());
        return this;
    }

    private void reach(Locator element) {
        element.waitFor();
        for (int i = 0; i < MOST; i++) {
            page.keyboard().press("Tab");
            if ((Boolean) element.evaluate("element => element === document.activeElement")) {
                return;
            }
        }
        throw new AssertionError("The keyboard does not reach " + element);
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

    /** Reaches a button of one row among many, and presses it. */
    Keyboard pressWithin(String row, String testId) {
        reach(page.locator(row).getByTestId(testId));
        page.keyboard().press("Enter");
        return this;
    }

    /** Takes the next of several choices, of which the keyboard reaches one. */
    Keyboard next() {
        page.keyboard().press("ArrowDown");
        return this;
    }

    /** Types a day into a field for days, month first, as an American browser asks for it. @param day as {@code 1984-01-26} */
    Keyboard date(String testId, String day) {
        reach(testId);
        String[] parts = day.split("-");
        page.keyboard().type(parts[1] + parts[2] + parts[0]);
        return this;
    }

    Keyboard write(String testId, String words) {
        reach(testId);
        page.keyboard().insertText(words);
        return this;
    }
}
