package io.namesake.e2e;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;

/**
 * A demo server without movements and a browser, started once for all tests of pages that need no camera, because starting them
 * takes longer than most of these tests. The tests run one after the other; each brings lines and people of its own, and may leave
 * lines of the demo's made-up persons behind.
 */
final class SharedDemo implements BeforeAllCallback, AfterEachCallback {

    private Running running;

    private record Running(Path folder, ServerProcess server, FilmedBrowser browser) implements AutoCloseable {

        static Running start() {
            try {
                Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "shared-demo");
                ServerProcess server = ServerProcess.start(
                        folder.resolve("data").toAbsolutePath(),
                        Map.of("NAMESAKE_DEMO", "true", "NAMESAKE_CHALLENGE", "OFF", "NAMESAKE_MOVABLECLOCK", "true"));
                try {
                    return new Running(folder, server, FilmedBrowser.start(Optional.empty()));
                } catch (RuntimeException e) {
                    server.close();
                    throw e;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() throws IOException {
            browser.close();
            server.close();
            try (Stream<Path> left = Files.walk(folder)) {
                for (Path one : left.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(one);
                }
            }
        }
    }

    ServerProcess server() {
        return running.server();
    }

    FilmedBrowser browser() {
        return running.browser();
    }

    Api operator() {
        return Api.operator(server());
    }

    /** The same page in a browser whose clock shows the server's time, which tests move. */
    Page withItsTime(Page page) {
        page.clock().setFixedTime(DoubtedLine.letPass(operator(), Duration.ZERO).toString());
        return page;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        // Of the session and not of one class: a process that runs several classes, one after the other, starts one
        // server.
        running = context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(SharedDemo.class))
                .computeIfAbsent("running", key -> Running.start(), Running.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            browser().keepPictures("failed-" + context.getRequiredTestMethod().getName());
        }
        browser().sendVisitorsAway();
    }
}
