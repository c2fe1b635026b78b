package io.namesake.cli.tour;

import io.namesake.client.Exchange;
import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Prints the story: a chapter's title, a line for each step, and where it is wanted the requests behind it. */
final class Narrator {
    private static final int LONGEST_SHOWN = 2_000;

    private final PrintWriter out;
    private final boolean showRequests;
    private int steps;
    private @Nullable Exchange last;

    Narrator(PrintWriter out, boolean showRequests) {
        this.out = out;
        this.showRequests = showRequests;
    }

    void chapter(String title) {
        out.printf("%n%s%n", title);
        out.flush();
    }

    /** One step: what was asked, and what the answer was. */
    void step(String asked, String answered) {
        steps++;
        out.printf("  %2d  %s%n        -> %s%n", steps, asked, answered);
        out.flush();
    }

    /** How many steps there were. */
    int steps() {
        return steps;
    }

    /** The newest request and its answer, as it came. */
    Exchange last() {
        return Objects.requireNonNull(last);
    }

    /** The client tells of each request and its answer. */
    void heard(Exchange exchange) {
        last = exchange;
        if (!showRequests) {
            return;
        }
        String bearer = exchange.bearer();
        out.printf(
                "        %s %s%s%n",
                exchange.method(), exchange.path(), bearer.isEmpty() ? "" : "   (as " + kind(bearer) + ")");
        if (!exchange.sent().isEmpty()) {
            out.printf("          %s%n", bounded(exchange.sent()));
        }
        out.printf("          %d %s%n", exchange.status(), bounded(exchange.text()));
        out.flush();
    }

    private static String kind(String token) {
        if (token.startsWith("eyJ")) {
            return "program";
        }
        return switch (token.substring(0, Math.min(4, token.length()))) {
            case "nsk_" -> "operator";
            case "nst_" -> "staff";
            case "nsh_" -> "holder";
            default -> "applicant";
        };
    }

    private static String bounded(String text) {
        if (text.chars().anyMatch(c -> c == 0xFFFD)) {
            return "(" + text.length() + " characters that are no text)";
        }
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + " ...";
    }
}
