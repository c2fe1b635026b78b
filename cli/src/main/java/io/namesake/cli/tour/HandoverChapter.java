package io.namesake.cli.tour;

import static io.namesake.cli.tour.Cast.eventually;
import static io.namesake.cli.tour.Cast.promise;

import java.time.Duration;
import java.util.Map;

/** A line changes hands, and somebody without a line leaves no trace. */
final class HandoverChapter extends Chapter {

    HandoverChapter(Narrator narrator, Cast cast) {
        super(narrator, cast);
    }

    @Override
    void play() {
        narrator.chapter("Robin hands a line over to Kim");
        var robin = cast.robin().comesBack();
        var lineId = mine(robin, Tour.ROBINS_LINE).get("id").asString();
        var offer = robin.post("/v1/me/lines/" + lineId + "/transfer", Map.of()).must(201);
        narrator.step("Robin offers " + Tour.ROBINS_LINE, offer + ", until " + offer.at("/expiresAt"));
        var url = offer.at("/url");
        var token = url.substring(url.indexOf('#') + 1);
        var kim = cast.kim().comesBack();
        var accepted = kim.post("/v1/me/transfers", Map.of("token", token)).must(200);
        narrator.step("Kim, verified, accepts", accepted + ", the operator may object until " + accepted.at("/dueAt"));
        promise(!accepted.text().contains("Robin"), "Neither side may learn who the other is");
        mine(robin, Tour.ROBINS_LINE);
        cast.wait(Duration.ofHours(25));
        var kimAgain = cast.kim().comesBack();
        eventually(
                "A transfer that nobody objected to must be completed",
                () -> kimAgain.get("/v1/me/lines").must(200),
                answer -> answer.each("/lines")
                        .anyMatch(line -> line.get("line").asString().equals(Tour.ROBINS_LINE)));
        narrator.step("25 hours pass", "the line is Kim's, and was Robin's until that moment");
        promise(
                cast.robin()
                        .comesBack()
                        .get("/v1/me/lines")
                        .must(200)
                        .each("/lines")
                        .noneMatch(line -> line.get("line").asString().equals(Tour.ROBINS_LINE)),
                "A line must have one holder at a time");
        erasure();
    }

    private void erasure() {
        narrator.chapter("Noa only looks, and wants to be forgotten");
        var noa = cast.noa().comesBack();
        promise(noa.get("/v1/me/lines").must(200).each("/lines").findAny().isEmpty(), "Noa has no line");
        var before = noa.get("/v1/me/export?locale=en").must(200);
        promise(before.text().contains(cast.noa().fields().get("documentNumber")), "An export must show what is kept");
        narrator.step("Noa has all that is kept shown", before + ", " + before.body().length + " bytes");
        var erased = noa.post("/v1/me/erasure?locale=en", Map.of()).must(200);
        var after = noa.get("/v1/me/export?locale=en").must(200);
        narrator.step("Noa has it erased", erased + ", and the rest is listed with its rule and its day");
        promise(
                !after.text().contains(cast.noa().fields().get("documentNumber")),
                "What was erased must not be shown any more");
    }
}
