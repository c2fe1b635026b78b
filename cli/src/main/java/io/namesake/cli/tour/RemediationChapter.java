package io.namesake.cli.tour;

import static io.namesake.cli.tour.Cast.eventually;
import static io.namesake.cli.tour.Cast.promise;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/** Notice, grace, a limit, an appeal, restoration; and a second line to its end. */
final class RemediationChapter extends Chapter {
    private static final Pattern LINK = Pattern.compile("/notice#([A-Za-z0-9_-]{43})");

    RemediationChapter(Narrator narrator, Cast cast) {
        super(narrator, cast);
    }

    @Override
    void play() {
        restored();
        ended();
    }

    private void restored() {
        narrator.chapter("Nobody stands for the line: notice, grace, a limit, an appeal");
        var opened = eventually(
                "An upheld dispute must open a case",
                () -> cast.operator().get("/v1/remediations").must(200),
                answer -> caseOf(answer, Tour.WRONG_LINE) != null);
        var id = caseOf(opened, Tour.WRONG_LINE);
        var token = letter(id);
        narrator.step("A letter to whoever uses the line is printed and posted", "its link opens the notice");
        var notice = cast.anyone().get("/v1/remediation-notices/" + token).must(200);
        narrator.step("The notice is opened", notice + ": " + notice.at("/explanation"));
        promise(limits(Tour.WRONG_LINE).isEmpty(), "Nothing may be limited during the grace");

        // A posted letter counts as arrived after three days, and the grace has thirty, with a reminder three days
        // before its end.
        cast.wait(Duration.ofDays(31));
        reminded(id, 1);
        narrator.step("31 days pass", "a reminder was written; limited now: nothing");
        promise(limits(Tour.WRONG_LINE).isEmpty(), "A reminder must come before the limit that it tells of");
        cast.wait(Duration.ofDays(4));
        phase(id, "LIMITED");
        narrator.step("4 days more", "limited now: " + limits(Tour.WRONG_LINE) + "; emergency calls always work");
        promise(limits(Tour.WRONG_LINE).equals("OUTGOING"), "The first stage must limit new outgoing calls only");

        cast.anyone()
                .post("/v1/remediation-notices/" + token + "/appeal", Map.of("statement", "I am in hospital."))
                .must(200);
        cast.wait(Duration.ofDays(90));
        phase(id, "APPEALED");
        narrator.step("An appeal, and 90 days more", "the clock stands still, nothing else was limited");
        promise(limits(Tour.WRONG_LINE).equals("OUTGOING"), "An appeal must stop the clock at once");

        cast.staff("Wang Fang", "REVIEWER")
                .post("/v1/remediations/" + id + "/appeal-decision", Map.of("reason", "HARDSHIP"))
                .must(200);
        phase(id, "SETTLED");
        narrator.step("A reviewer grants the appeal", "every limit of the case is undone");
        promise(limits(Tour.WRONG_LINE).isEmpty(), "A settled case must leave no limit behind");

        cast.verifiedFor(cast.kim(), cast.asksFor("REVERIFY", Tour.WRONG_LINE));
        narrator.step(
                "Kim, who uses the line, is verified for it",
                "the line is " + line(Tour.WRONG_LINE).at("/status"));
        promise(line(Tour.WRONG_LINE).at("/status").equals("ACTIVE"), "A verified line must be ACTIVE");
    }

    private void ended() {
        narrator.chapter("Another line goes the whole road, and a person decides its end");
        var created = cast.operator()
                .post(
                        "/v1/remediations",
                        Map.of("line", Tour.FORGOTTEN_LINE, "doubt", "DATA_ERRORS", "reference", "ticket-17"))
                .must(201);
        var id = created.at("/id");
        narrator.step("The operator doubts " + Tour.FORGOTTEN_LINE, created + ", the case is " + created.at("/phase"));
        cast.wait(Duration.ofDays(200));
        var waiting = phase(id, "UNREACHED");
        promise(limits(Tour.FORGOTTEN_LINE).isEmpty(), "Nothing may be limited before a notice has arrived");
        narrator.step("200 days pass without a notice that arrived", "nothing is limited; " + waiting.at("/phase"));

        cast.anyone().get("/v1/remediation-notices/" + letter(id)).must(200);
        cast.wait(Duration.ofDays(31));
        reminded(id, 1);
        cast.wait(Duration.ofDays(4));
        phase(id, "LIMITED");
        cast.wait(Duration.ofDays(13));
        reminded(id, 2);
        cast.wait(Duration.ofDays(4));
        eventually(
                "The second stage must follow",
                () -> cast.operator().get("/v1/remediations/" + id).must(200),
                answer -> answer.at("/stage").equals("2"));
        narrator.step(
                "A notice, and 35 and 17 days with a reminder before each stage",
                "limited now: " + limits(Tour.FORGOTTEN_LINE));
        cast.wait(Duration.ofDays(13));
        reminded(id, 3);
        cast.wait(Duration.ofDays(4));
        phase(id, "AWAITING_DECISION");
        cast.wait(Duration.ofDays(100));
        phase(id, "AWAITING_DECISION");
        promise(
                !line(Tour.FORGOTTEN_LINE).at("/status").equals("DEACTIVATED"),
                "No line may end without a person's decision");
        narrator.step("17 and 100 days more", "the line is still on: a person has to decide");
        cast.staff("Zhang Wei", "REVIEWER")
                .post("/v1/remediations/" + id + "/decision", Map.of("reason", "NOT_CONFIRMED"))
                .must(200);
        var after = line(Tour.FORGOTTEN_LINE);
        narrator.step(
                "A reviewer decides",
                "the line is " + after.at("/status") + ", its number rests until " + after.at("/quarantineUntil"));
        promise(after.at("/status").equals("DEACTIVATED"), "What a person decided must come true");
        promise(
                cast.asksFor("NEW_LINE", Tour.FORGOTTEN_LINE).status() == 409,
                "A number must rest before somebody else gets it");
    }

    /** Waits until so many reminders of a case were written. */
    private void reminded(String caseId, int reminders) {
        eventually(
                "A reminder must come before each stage",
                () -> cast.operator().get("/v1/remediations/" + caseId).must(200),
                answer -> answer.each("/history")
                                .filter(step -> step.get("event").asString().equals("REMINDED"))
                                .count()
                        == reminders);
    }

    /** Prints and posts the letter of a case. @return the token in its link */
    private String letter(String caseId) {
        var letters = eventually(
                "A notice must be written",
                () -> cast.operator().get("/v1/letters").must(200),
                answer -> answer.each("/letters")
                        .anyMatch(
                                letter -> letter.get("remediationId").asString().equals(caseId)));
        var letter = letters.each("/letters")
                .filter(one -> one.get("remediationId").asString().equals(caseId))
                .findFirst()
                .orElseThrow();
        cast.operator()
                .post("/v1/letters/" + letter.get("id").asString() + "/posted", Map.of())
                .must(204);
        var link = LINK.matcher(letter.get("text").asString());
        promise(link.find(), "A notice must say where to answer it");
        return link.group(1);
    }

    private static String caseOf(Answer cases, String line) {
        return cases.each("/remediations")
                .filter(one -> one.get("line").asString().equals(line))
                .map(one -> one.get("id").asString())
                .findFirst()
                .orElse(null);
    }
}
