package io.namesake.cli.tour;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Everybody in the story, and the clock. */
final class Cast {
    private final Api anyone;
    private final Api operator;
    private final List<Person> people = new ArrayList<>();

    /** @param anyone a caller of a fresh demo whose clock can be moved */
    Cast(Api anyone) {
        this.anyone = anyone;
        var demo = anyone.get("/v1/demo").must(200);
        this.operator = anyone.as(demo.at("/operator/apiKey"));
        demo.each("/samples").forEach(sample -> people.add(new Person(anyone, sample)));
        if (people.size() < 3) {
            throw new BrokenPromise("The demo must have three made-up people");
        }
    }

    Api anyone() {
        return anyone;
    }

    Api operator() {
        return operator;
    }

    /** Has a line, and one in the wrong name. */
    Person robin() {
        return people.get(0);
    }

    /** Uses a line that stands in Robin's name. */
    Person kim() {
        return people.get(1);
    }

    /** Has no line at all. */
    Person noa() {
        return people.get(2);
    }

    /** Somebody new on the operator's staff. */
    Api staff(String name, String... roles) {
        return anyone.as(operator.post("/v1/staff", Map.of("name", name, "roles", List.of(roles)))
                .must(201)
                .at("/token"));
    }

    /** Lets time pass. */
    void wait(Duration time) {
        anyone.post("/v1/demo/clock", Map.of("advance", time.toString())).must(200);
    }

    /** Starts an application for a line. */
    Answer asksFor(String purpose, String line) {
        return operator.post(
                "/v1/applications", Map.of("purpose", purpose, "service", "MOBILE", "line", line, "locale", "en"));
    }

    /** Verified for a line, from the link to the decision. @return the application, decided */
    JsonNode verifiedFor(Person person, Answer created) {
        var decided = person.walks(person.opens(created), created.at("/id"));
        var state = Objects.requireNonNull(decided.get("state")).asString();
        if (!state.equals("VERIFIED")) {
            throw new BrokenPromise(person.name() + " must be verified, and was " + state + ": "
                    + decided.at("/decision/reasons").toString());
        }
        return decided;
    }

    /** Asks until the answer is as it must become, since timers and networks take a moment. */
    static Answer eventually(String what, Supplier<Answer> question, Predicate<Answer> right) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        Answer last = question.get();
        while (!right.test(last)) {
            if (System.nanoTime() > end) {
                throw new BrokenPromise(what + "; the last answer was " + last.text());
            }
            try {
                Thread.sleep(Duration.ofMillis(250));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new BrokenPromise("The tour was interrupted");
            }
            last = question.get();
        }
        return last;
    }

    /** Fails loudly. */
    static void promise(boolean kept, String what) {
        if (!kept) {
            throw new BrokenPromise(what);
        }
    }
}
