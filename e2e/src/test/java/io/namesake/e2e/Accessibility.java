package io.namesake.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ViewportSize;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What axe-core, the engine behind most accessibility checkers, says about a page; and whether it fits a phone. */
final class Accessibility {
    private static final int PHONE_WIDTH = 390;
    private static final int PHONE_HEIGHT = 844;
    private static final int DESK_WIDTH = 1280;
    private static final int DESK_HEIGHT = 900;

    private static final String AXE = resource("/axe.min.js");
    private static final String GRAVE = """
            async () => (await axe.run({resultTypes: ['violations']})).violations
              .filter(rule => ['serious', 'critical'].includes(rule.impact))
              .map(rule => `${rule.id}: ${rule.help} ${rule.nodes.map(node => `${node.target} ${node.failureSummary}`)}`)""";
    /** Names what sticks out, for whoever has to mend it. */
    private static final String WIDER_THAN_THE_SCREEN = """
            () => document.scrollingElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')]
              .filter(one => one.getBoundingClientRect().right > innerWidth + 1)
              .map(one => `${one.tagName} ${one.className} ${one.dataset.testid ?? ''} ${one.textContent.slice(0, 40)}`)""";

    private Accessibility() {}

    /** Fails when the page keeps somebody from using it. */
    static void requireNothingSerious(Page page) {
        // Only once for each document; the browser's tools may run what the page's own security policy forbids.
        if (!(Boolean) page.evaluate("() => 'axe' in globalThis")) {
            page.evaluate(AXE);
        }
        assertThat((List<?>) page.evaluate(GRAVE)).as(where(page)).isEmpty();
    }

    /**
     * Fails when the page keeps somebody from using it, in Chinese at a desk and in English on a phone, or when it scrolls sideways
     * on a phone in either language. The other two pairs of language and size would double the time and find nothing of their own:
     * what depends on the words and what depends on the width is seen already.
     */
    static void requireEveryWay(Page page) {
        ViewportSize before = page.viewportSize();
        String language = (String) page.evaluate("() => document.documentElement.lang");
        speak(page, "zh-CN");
        page.setViewportSize(DESK_WIDTH, DESK_HEIGHT);
        requireNothingSerious(page);
        page.setViewportSize(PHONE_WIDTH, PHONE_HEIGHT);
        requireNoSidewaysScrolling(page);
        speak(page, "en");
        requireNoSidewaysScrolling(page);
        requireNothingSerious(page);
        speak(page, language);
        page.setViewportSize(before.width, before.height);
    }

    private static void requireNoSidewaysScrolling(Page page) {
        assertThat((List<?>) page.evaluate(WIDER_THAN_THE_SCREEN))
                .as("wider than a phone: " + where(page))
                .isEmpty();
    }

    private static void speak(Page page, String language) {
        page.getByTestId("language-" + language).click();
        page.waitForFunction("language => document.documentElement.lang === language", language);
    }

    private static String where(Page page) {
        return page.url() + " " + page.title() + " " + page.viewportSize().width + " pixels wide";
    }

    private static String resource(String name) {
        try (InputStream in = Accessibility.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The library of axe-core came without " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
