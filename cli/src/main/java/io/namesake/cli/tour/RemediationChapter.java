package io.namesake.cli.tour;

import static io.namesake.cli.tour.Cast.eventually;
import static io.namesake.cli.tour.Cast.promise;
import static io.namesake.cli.tour.Cast.refused;

import io.namesake.client.NoticesApi;
import io.namesake.client.RemediationApi;
import io.namesake.client.model.Letter;
import io.namesake.client.model.Line;
import io.namesake.client.model.NewApplication.PurposeEnum;
import io.namesake.client.model.NewRemediation;
import io.namesake.client.model.NoticeAppeal;
import io.namesake.client.model.Remediation;
import io.namesake.client.model.Remediation.PhaseEnum;
import io.namesake.client.model.RemediationAppealDecision;
import io.namesake.client.model.RemediationDecision;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
        var id = eventually("An upheld dispute must open a case", () -> caseOf(Tour.WRONG_LINE), Optional::isPresent)
                .orElseThrow();
        var token = letter(id);
        narrator.step("A letter to whoever uses the line is printed and posted", "its link opens the notice");
        var notice = new NoticesApi(cast.anyone()).openNotice(token);
        narrator.step("The notice is opened", narrator.last() + ": " + notice.explanation());
        promise(limits(Tour.WRONG_LINE).isEmpty(), "Nothing may be limited during the grace");

        // A posted letter counts as arrived after three days, and the grace has thirty, with a reminder three days
        // before its end.
        cast.wait(Duration.ofDays(31));
        reminded(id, 1);
        narrator.step("31 days pass", "a reminder was written; limited now: nothing");
        promise(limits(Tour.WRONG_LINE).isEmpty(), "A reminder must come before the limit that it tells of");
        cast.wait(Duration.ofDays(4));
        phase(id, PhaseEnum.LIMITED);
        narrator.step("4 days more", "limited now: " + limits(Tour.WRONG_LINE) + "; emergency calls always work");
        promise(onlyOutgoing(), "The first stage must limit new outgoing calls only");

        new NoticesApi(cast.anyone())
                .appealNotice(
                        token,
                        NoticeAppeal.builder().statement("I am in hospital.").build());
        cast.wait(Duration.ofDays(90));
        phase(id, PhaseEnum.APPEALED);
        narrator.step("An appeal, and 90 days more", "the clock stands still, nothing else was limited");
        promise(onlyOutgoing(), "An appeal must stop the clock at once");

        new RemediationApi(cast.reviewer("Wang Fang"))
                .decideRemediationAppeal(
                        id,
                        RemediationAppealDecision.builder()
                                .reason(RemediationAppealDecision.ReasonEnum.HARDSHIP)
                                .build());
        phase(id, PhaseEnum.SETTLED);
        narrator.step("A reviewer grants the appeal", "every limit of the case is undone");
        promise(limits(Tour.WRONG_LINE).isEmpty(), "A settled case must leave no limit behind");

        cast.verifiedFor(cast.kim(), cast.asksFor(PurposeEnum.REVERIFY, Tour.WRONG_LINE));
        var verified = line(Tour.WRONG_LINE).status();
        narrator.step("Kim, who uses the line, is verified for it", "the line is " + verified);
        promise(verified == Line.StatusEnum.ACTIVE, "A verified line must be ACTIVE");
    }

    private void ended() {
        narrator.chapter("Another line goes the whole road, and a person decides its end");
        var created = new RemediationApi(cast.operator())
                .openRemediation(NewRemediation.builder()
                        .line(Tour.FORGOTTEN_LINE)
                        .doubt(NewRemediation.DoubtEnum.DATA_ERRORS)
                        .reference("ticket-17")
                        .build());
        var id = created.id();
        narrator.step(
                "The operator doubts " + Tour.FORGOTTEN_LINE, narrator.last() + ", the case is " + created.phase());
        cast.wait(Duration.ofDays(200));
        var waiting = phase(id, PhaseEnum.UNREACHED);
        promise(limits(Tour.FORGOTTEN_LINE).isEmpty(), "Nothing may be limited before a notice has arrived");
        narrator.step("200 days pass without a notice that arrived", "nothing is limited; " + waiting.phase());

        new NoticesApi(cast.anyone()).openNotice(letter(id));
        cast.wait(Duration.ofDays(31));
        reminded(id, 1);
        cast.wait(Duration.ofDays(4));
        phase(id, PhaseEnum.LIMITED);
        cast.wait(Duration.ofDays(13));
        reminded(id, 2);
        cast.wait(Duration.ofDays(4));
        eventually("The second stage must follow", () -> remediation(id), one -> one.stage() == 2);
        narrator.step(
                "A notice, and 35 and 17 days with a reminder before each stage",
                "limited now: " + limits(Tour.FORGOTTEN_LINE));
        cast.wait(Duration.ofDays(13));
        reminded(id, 3);
        cast.wait(Duration.ofDays(4));
        phase(id, PhaseEnum.AWAITING_DECISION);
        cast.wait(Duration.ofDays(100));
        phase(id, PhaseEnum.AWAITING_DECISION);
        promise(
                line(Tour.FORGOTTEN_LINE).status() != Line.StatusEnum.DEACTIVATED,
                "No line may end without a person's decision");
        narrator.step("17 and 100 days more", "the line is still on: a person has to decide");
        new RemediationApi(cast.reviewer("Zhang Wei"))
                .decideRemediation(
                        id,
                        RemediationDecision.builder()
                                .reason(RemediationDecision.ReasonEnum.NOT_CONFIRMED)
                                .build());
        var after = line(Tour.FORGOTTEN_LINE);
        narrator.step(
                "A reviewer decides",
                "the line is " + after.status() + ", its number rests until " + after.quarantineUntil());
        promise(after.status() == Line.StatusEnum.DEACTIVATED, "What a person decided must come true");
        refused(
                409,
                () -> cast.asksFor(PurposeEnum.NEW_LINE, Tour.FORGOTTEN_LINE),
                "A number must rest before somebody else gets it");
    }

    private boolean onlyOutgoing() {
        return limits(Tour.WRONG_LINE).equals(List.of(Line.LimitsEnum.OUTGOING));
    }

    /** Waits until so many reminders of a case were written. */
    private void reminded(UUID caseId, int reminders) {
        eventually(
                "A reminder must come before each stage",
                () -> remediation(caseId).history().stream()
                        .filter(step -> step.event().equals("REMINDED"))
                        .count(),
                count -> count == reminders);
    }

    /** Prints and posts the letter of a case. @return the token in its link */
    private String letter(UUID caseId) {
        var notices = new NoticesApi(cast.operator());
        Letter letter = eventually(
                        "A notice must be written",
                        () -> notices.listLetters().letters().stream()
                                .filter(one -> one.remediationId().equals(caseId))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        notices.markLetterPosted(letter.id());
        var link = LINK.matcher(letter.text());
        promise(link.find(), "A notice must say where to answer it");
        return link.group(1);
    }

    private Optional<UUID> caseOf(String line) {
        return new RemediationApi(cast.operator())
                .listRemediations().remediations().stream()
                        .filter(one -> one.line().equals(line))
                        .map(Remediation::id)
                        .findFirst();
    }
}
