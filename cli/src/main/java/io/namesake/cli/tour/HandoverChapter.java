package io.namesake.cli.tour;

import static io.namesake.cli.tour.Cast.eventually;
import static io.namesake.cli.tour.Cast.promise;

import io.namesake.client.MyLinesApi;
import io.namesake.client.PrivacyApi;
import io.namesake.client.model.TransferAcceptance;
import java.time.Duration;

/** A line changes hands, and somebody without a line leaves no trace. */
final class HandoverChapter extends Chapter {

    HandoverChapter(Narrator narrator, Cast cast) {
        super(narrator, cast);
    }

    @Override
    void play() {
        narrator.chapter("Robin hands a line over to Kim");
        var robin = cast.robin().comesBack();
        var lineId = mine(robin, Tour.ROBINS_LINE).id();
        var offer = new MyLinesApi(robin).offerMyLine(lineId);
        narrator.step("Robin offers " + Tour.ROBINS_LINE, narrator.last() + ", until " + offer.expiresAt());
        var kim = cast.kim().comesBack();
        var accepted = new MyLinesApi(kim)
                .acceptLine(TransferAcceptance.builder()
                        .token(offer.url().getFragment())
                        .build());
        narrator.step(
                "Kim, verified, accepts", narrator.last() + ", the operator may object until " + accepted.dueAt());
        promise(!narrator.last().text().contains("Robin"), "Neither side may learn who the other is");
        mine(robin, Tour.ROBINS_LINE);
        cast.wait(Duration.ofHours(25));
        var kimAgain = cast.kim().comesBack();
        eventually(
                "A transfer that nobody objected to must be completed",
                () -> has(kimAgain, Tour.ROBINS_LINE),
                Boolean::booleanValue);
        narrator.step("25 hours pass", "the line is Kim's, and was Robin's until that moment");
        promise(!has(cast.robin().comesBack(), Tour.ROBINS_LINE), "A line must have one holder at a time");
        erasure();
    }

    private void erasure() {
        narrator.chapter("Noa only looks, and wants to be forgotten");
        var noa = cast.noa().comesBack();
        var privacy = new PrivacyApi(noa);
        promise(new MyLinesApi(noa).myLines().lines().isEmpty(), "Noa has no line");
        privacy.exportMyData("en");
        var before = narrator.last();
        promise(before.text().contains(cast.noa().fields().documentNumber()), "An export must show what is kept");
        narrator.step("Noa has all that is kept shown", before + ", " + before.answer().length + " bytes");
        privacy.eraseMyData("en");
        var erased = narrator.last();
        privacy.exportMyData("en");
        narrator.step("Noa has it erased", erased + ", and the rest is listed with its rule and its day");
        promise(
                !narrator.last().text().contains(cast.noa().fields().documentNumber()),
                "What was erased must not be shown any more");
    }
}
