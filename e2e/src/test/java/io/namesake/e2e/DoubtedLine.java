package io.namesake.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/**
 * A line that the operator doubts, on its road from the notice to a person's decision, on a demo whose clock can be moved.
 *
 * @param operator who doubts it
 * @param id of the case
 */
record DoubtedLine(Api operator, String id) {
    private static final Pattern LINK = Pattern.compile("/notice#([A-Za-z0-9_-]{43})");

    static DoubtedLine of(Api operator, String line) {
        return new DoubtedLine(
                operator,
                operator.post(
                                "/v1/remediations",
                                Map.of("line", line, "doubt", "DATA_ERRORS", "reference", "ticket-17"))
                        .must(201)
                        .text("id"));
    }

    /** The letter that waits to be posted. */
    JsonNode letter() {
        return Awaitility.await("letter of " + id)
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> operator.get("/v1/letters")
                                .body()
                                .get("letters")
                                .valueStream()
                                .filter(one ->
                                        one.get("remediationId").asString().equals(id))
                                .findAny(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    /** Posts the letter. @return the secret of the link in it */
    String post() {
        JsonNode letter = letter();
        operator.post("/v1/letters/" + letter.get("id").asString() + "/posted", Map.of())
                .must(204);
        Matcher link = LINK.matcher(letter.get("text").asString());
        assertThat(link.find()).as("a link in the letter").isTrue();
        return link.group(1);
    }

    /** Grace, both limits, and each reminder before: until a person has to decide. */
    DoubtedLine runToItsDecision() {
        let(35, one -> one.get("phase").asString().equals("LIMITED"));
        let(17, one -> one.get("stage").asInt() == 2);
        let(17, one -> one.get("phase").asString().equals("AWAITING_DECISION"));
        return this;
    }

    private void let(int days, Predicate<JsonNode> until) {
        // A reminder comes three days before, and a stage never before its reminder.
        int reminders = reminders();
        pass(Duration.ofDays(days - 4));
        await(_ -> reminders() > reminders);
        pass(Duration.ofDays(4));
        await(until);
    }

    private int reminders() {
        return (int) state().get("history")
                .valueStream()
                .filter(step -> step.get("event").asString().equals("REMINDED"))
                .count();
    }

    JsonNode state() {
        return operator.get("/v1/remediations/" + id).must(200).body();
    }

    private void await(Predicate<JsonNode> until) {
        Awaitility.await("case " + id).atMost(Duration.ofSeconds(60)).until(this::state, until::test);
    }

    private void pass(Duration time) {
        letPass(operator, time);
    }

    /** Lets time pass on the whole server. @return its time from then on */
    static Instant letPass(Api anyone, Duration time) {
        return Instant.parse(anyone.post("/v1/demo/clock", Map.of("advance", time.toString()))
                .must(200)
                .text("now"));
    }
}
