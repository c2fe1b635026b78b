package io.namesake.cli.tour;

import static io.namesake.cli.tour.Cast.promise;

import java.util.Map;

/** Robin says that a line is not Robin's. */
final class DisputeChapter extends Chapter {

    DisputeChapter(Narrator narrator, Cast cast) {
        super(narrator, cast);
    }

    @Override
    void play() {
        narrator.chapter("\"This line is not mine\"");
        var robin = cast.robin().comesBack();
        var lineId = mine(robin, Tour.WRONG_LINE).get("id").asString();
        var dispute = robin.post("/v1/me/lines/" + lineId + "/dispute", Map.of("claim", "NEVER_TOOK_IT"))
                .must(201);
        narrator.step(
                "Robin disputes " + Tour.WRONG_LINE,
                dispute + ", to be decided by " + dispute.at("/dueAt") + "; limited: " + limits(Tour.WRONG_LINE));
        promise(
                limits(Tour.WRONG_LINE).equals("VERIFICATION_CODES"),
                "A disputed line must be contained as the policy says");
        hearing(dispute.at("/id"));
        decision(dispute.at("/id"));
        var told = robin.get("/v1/me/disputes?locale=en").must(200);
        narrator.step("Robin reads the decision", told.at("/disputes/0/explanation/explanation"));
        promise(
                robin.get("/v1/me/lines")
                        .must(200)
                        .each("/lines")
                        .noneMatch(line -> line.get("line").asString().equals(Tour.WRONG_LINE)),
                "An upheld dispute must free the person at once");
        promise(line(Tour.WRONG_LINE).at("/status").equals("UNVERIFIED"), "The line must stay on for whoever uses it");
    }

    private void hearing(String dispute) {
        var url = cast.operator()
                .post("/v1/disputes/" + dispute + "/hearing", Map.of("locale", "en"))
                .must(201)
                .at("/url");
        var token = url.substring(url.indexOf('#') + 1);
        var heard = cast.anyone().get("/v1/hearings/" + token + "?locale=en").must(200);
        promise(
                !heard.text().contains("Robin") && !heard.text().contains("NEVER_TOOK_IT"),
                "Who is heard must not learn who complained");
        cast.anyone()
                .post(
                        "/v1/hearings/" + token + "/statement",
                        Map.of("words", "A shop sold it to me with a card in it."))
                .must(204);
        narrator.step(
                "Whoever uses the line opens the link that was sent to it, and says how they came by it",
                heard.at("/explanation/explanation"));
    }

    private void decision(String dispute) {
        var reviewer = cast.staff("Li Na", "REVIEWER");
        promise(
                reviewer.post("/v1/staff/disputes/" + dispute + "/look", Map.of())
                                .status()
                        == 400,
                "A look must give a reason");
        var look = reviewer.post("/v1/staff/disputes/" + dispute + "/look", Map.of("reason", "DECIDE"))
                .must(200);
        promise(!look.text().contains("Robin"), "Staff must see a case and no person's name");
        var decided = reviewer.post(
                        "/v1/staff/disputes/" + dispute + "/decision", Map.of("code", "NO_EVIDENCE_OF_REGISTRATION"))
                .must(200);
        narrator.step(
                "A reviewer looks, with a reason that is logged, and decides for Robin",
                decided + ", the dispute is " + decided.at("/state"));
    }
}
