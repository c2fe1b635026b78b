package io.namesake.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;

/** Pictures of pages for the documentation. Whatever shows a person is blurred by the page itself before the picture is taken. */
final class Screenshot {
    private static final Path FOLDER = Path.of("../docs/screenshots");
    /** Every image and film on the page; the portal's own drawings are SVG. */
    private static final String PICTURES = "video, img, canvas";

    private Screenshot() {}

    /** The page in English and in Chinese: {@code name.png}, {@code name-zh.png}. */
    static void inBothLanguages(Page page, String name) {
        speak(page, "zh-CN");
        of(page, name + "-zh");
        speak(page, "en");
        of(page, name);
    }

    static void of(Page page, String name) {
        page.addStyleTag(new Page.AddStyleTagOptions().setContent(PICTURES + " { filter: blur(22px) !important }"));
        Object unblurred = page.evaluate(
                "pictures => [...document.querySelectorAll(pictures)]"
                        + ".filter(one => !getComputedStyle(one).filter.includes('blur')).length",
                PICTURES);
        if (!unblurred.equals(0)) {
            throw new AssertionError("A committed picture must show no real person, and the page did not blur them");
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(FOLDER.resolve(name + ".png"))
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setFullPage(true));
    }

    private static void speak(Page page, String language) {
        page.getByTestId("language-" + language).click();
        page.waitForFunction("language => document.documentElement.lang === language", language);
        page.evaluate("() => document.activeElement.blur()");
    }
}
