package io.namesake.cli.tour;

import static io.namesake.cli.tour.Cast.promise;
import static io.namesake.cli.tour.Cast.refused;

import io.namesake.client.DisputesApi;
import io.namesake.client.MyLinesApi;
import io.namesake.client.model.DisputeDecision;
import io.namesake.client.model.HearingStatement;
import io.namesake.client.model.Line;
import io.namesake.client.model.LookReason;
import io.namesake.client.model.NewDispute;
import io.namesake.client.model.NewHearing;
import java.util.List;
import java.util.UUID;

/** Robin says that a line is not Robin's. */
final class DisputeChapter extends Chapter {

    DisputeChapter(Narrator narrator, Cast cast) {
        super(narrator, cast);
    }

    @Override
    void play() {
        narrator.chapter("\"This line is not mine\"");
        var robin = cast.robin().comesBack();
        var lineId = mine(robin, Tour.WRONG_LINE).id();
        var dispute = new MyLinesApi(robin)
                .disputeLine(
                        lineId,
                        NewDispute.builder()
                                .claim(NewDispute.ClaimEnum.NEVER_TOOK_IT)
                                .build());
        narrator.step(
                "Robin disputes " + Tour.WRONG_LINE,
                narrator.last() + ", to be decided by " + dispute.dueAt() + "; limited: " + limits(Tour.WRONG_LINE));
        promise(
                limits(Tour.WRONG_LINE).equals(List.of(Line.LimitsEnum.VERIFICATION_CODES)),
                "A disputed line must be contained as the policy says");
        hearing(dispute.id());
        decision(dispute.id());
        var told = new MyLinesApi(robin).myDisputes("en").disputes().getFirst();
        narrator.step("Robin reads the decision", told.explanation().explanation());
        promise(!has(robin, Tour.WRONG_LINE), "An upheld dispute must free the person at once");
        promise(
                line(Tour.WRONG_LINE).status() == Line.StatusEnum.UNVERIFIED,
                "The line must stay on for whoever uses it");
    }

    private void hearing(UUID dispute) {
        var link = new DisputesApi(cast.operator())
                .inviteToHearing(
                        dispute,
                        NewHearing.builder().locale(NewHearing.LocaleEnum.EN).build());
        var token = link.url().getFragment();
        var anyone = new DisputesApi(cast.anyone());
        var heard = anyone.hearing(token, "en");
        var all = narrator.last().text();
        promise(!all.contains("Robin") && !all.contains("NEVER_TOOK_IT"), "Who is heard must not learn who complained");
        anyone.stateInHearing(
                token,
                HearingStatement.builder()
                        .words("A shop sold it to me with a card in it.")
                        .build());
        narrator.step(
                "Whoever uses the line opens the link that was sent to it, and says how they came by it",
                heard.explanation().explanation());
    }

    private void decision(UUID dispute) {
        var reviewer = new DisputesApi(cast.reviewer("Li Na"));
        refused(400, () -> reviewer.lookAtDispute(dispute, LookReason.builder().build()), "A look must give a reason");
        reviewer.lookAtDispute(
                dispute,
                LookReason.builder().reason(LookReason.ReasonEnum.DECIDE).build());
        promise(!narrator.last().text().contains("Robin"), "Staff must see a case and no person's name");
        var decided = reviewer.decideDispute(
                dispute,
                DisputeDecision.builder()
                        .code(DisputeDecision.CodeEnum.NO_EVIDENCE_OF_REGISTRATION)
                        .build());
        narrator.step(
                "A reviewer looks, with a reason that is logged, and decides for Robin",
                narrator.last() + ", the dispute is " + decided.state());
    }
}
