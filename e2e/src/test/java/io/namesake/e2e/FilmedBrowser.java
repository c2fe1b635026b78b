package io.namesake.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A Chromium whose camera plays a film. Closing it ends the browser. */
final class FilmedBrowser implements AutoCloseable {

    private final Playwright playwright;
    private final Browser browser;

    private FilmedBrowser(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts the machine's own browser; without a film there is no camera. */
    static FilmedBrowser start(Optional<Path> film) {
        Playwright playwright = Playwright.create();
        List<String> arguments = new ArrayList<>(List.of(
                "--no-first-run",
                "--disable-gpu",
                "--disable-quic",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--use-fake-ui-for-media-stream"));
        film.ifPresent(file -> arguments.addAll(List.of(
                "--use-fake-device-for-media-stream", "--use-file-for-fake-video-capture=" + file.toAbsolutePath())));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        // Chromium's sandbox refuses to run as root, and CI machines run as root.
                        .setChromiumSandbox(!"root".equals(System.getProperty("user.name")))
                        .setArgs(arguments));
        return new FilmedBrowser(playwright, browser);
    }

    /** A page of a new visitor with a phone's screen: no cookies, nothing stored. */
    Page visit(String locale) {
        return visit(visitor(locale).setViewportSize(390, 844));
    }

    /** As {@link #visit(String)}, with the person of the photo before the camera, who does what the page asks for. */
    Page visitOf(BufferedImage person, String locale) {
        Page page = visit(locale);
        page.addInitScript(Actor.script(person));
        return page;
    }

    /** A page that may be restyled for a picture of it, which its own content security policy forbids. */
    Page visitToBePictured(String locale) {
        return visit(visitor(locale).setViewportSize(1100, 760).setBypassCSP(true));
    }

    private static Browser.NewContextOptions visitor(String locale) {
        return new Browser.NewContextOptions()
                .setLocale(locale)
                // Colours in the middle of an animation are nobody's to read.
                .setReducedMotion(ReducedMotion.REDUCE)
                .setPermissions(List.of("camera"));
    }

    /** A page of a new visitor at a desk. */
    Page visitAtDesk(String locale) {
        return visit(visitor(locale).setViewportSize(1280, 900));
    }

    /** What every visitor sees now, into {@code target}: what a failed test leaves to whoever looks for the cause. */
    void keepPictures(String name) {
        int number = 0;
        for (BrowserContext visitor : browser.contexts()) {
            for (Page page : visitor.pages()) {
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of("target", name + "-" + number++ + ".png"))
                        .setFullPage(true));
            }
        }
    }

    /** Closes every page of every visitor, as if they had gone home. */
    void sendVisitorsAway() {
        for (BrowserContext visitor : browser.contexts()) {
            visitor.close();
        }
    }

    private Page visit(Browser.NewContextOptions options) {
        BrowserContext visitor = browser.newContext(options);
        visitor.setDefaultTimeout(20_000);
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
        return visitor.newPage();
    }

    private static Path executable() {
        String chosen = System.getenv("NAMESAKE_CHROMIUM");
        if (chosen != null) {
            return Path.of(chosen);
        }
        return Stream.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no Chromium on the PATH; ./check installs it"));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
