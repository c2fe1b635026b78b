package io.namesake.standin;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What a server does that is slow, down or wrong. The bounds are those of scripts. */
public final class Misbehaviour {
    private static final int HUGE = 32 * 1024 * 1024;
    private static final double LONGEST_SECONDS = 600;

    private Misbehaviour() {}

    /** @throws IllegalArgumentException when it is given and not 400 to 599 */
    public static void requireStatus(@Nullable Integer status) {
        if (status != null && (status < 400 || status > 599)) {
            throw new IllegalArgumentException("status is 400 to 599");
        }
    }

    /** @throws IllegalArgumentException when it is given and not 0 to 600 */
    public static void requireSeconds(String name, @Nullable Double seconds) {
        if (seconds != null && !(seconds >= 0 && seconds <= LONGEST_SECONDS)) {
            throw new IllegalArgumentException(name + " is 0 to 600");
        }
    }

    /** Waits. @param seconds null for not at all */
    public static void pause(@Nullable Double seconds) throws InterruptedException {
        if (seconds != null) {
            TimeUnit.MILLISECONDS.sleep(Math.round(seconds * 1000));
        }
    }

    /** An error without a body. @param retryAfter seconds; null for no such header */
    public static void status(HttpExchange exchange, int status, @Nullable Integer retryAfter) throws IOException {
        if (retryAfter != null) {
            exchange.getResponseHeaders().set("Retry-After", retryAfter.toString());
        }
        exchange.sendResponseHeaders(status, -1);
    }

    /** Something that is no answer. */
    public static byte[] garbage() {
        return "<html>It works!</html>".getBytes(StandardCharsets.UTF_8);
    }

    /** More than anybody should read. */
    public static void huge(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, HUGE);
        exchange.getResponseBody().write(new byte[HUGE]);
    }
}
