package io.namesake.cli.tour;

import static io.namesake.cli.tour.Cast.eventually;

import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What several chapters need. */
abstract class Chapter {
    final Narrator narrator;
    final Cast cast;

    Chapter(Narrator narrator, Cast cast) {
        this.narrator = narrator;
        this.cast = cast;
    }

    abstract void play();

    /** A line as its operator sees it. */
    final Answer line(String line) {
        return cast.operator().get("/v1/lines/" + line.replace("+", "%2B")).must(200);
    }

    /** What a line must not do now. */
    final String limits(String line) {
        return line(line).each("/limits").map(JsonNode::asString).sorted().collect(Collectors.joining(","));
    }

    /** The line of this number among a person's own. */
    static JsonNode mine(Api holder, String number) {
        return holder.get("/v1/me/lines")
                .must(200)
                .each("/lines")
                .filter(line -> line.get("line").asString().equals(number))
                .findFirst()
                .orElseThrow(() -> new BrokenPromise(number + " must be in this person's name"));
    }

    /** Waits until the case of a line is in this phase. @return the case */
    final Answer phase(String caseId, String phase) {
        return eventually(
                "The case must come into the phase " + phase,
                () -> cast.operator().get("/v1/remediations/" + caseId).must(200),
                answer -> answer.at("/phase").equals(phase));
    }
}
