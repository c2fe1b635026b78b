package io.namesake.cli.explain;

import io.namesake.cli.page.Html;
import io.namesake.cli.verdict.Verdict;
import io.namesake.decision.Outcome;
import io.namesake.decision.ReasonText;
import io.namesake.face.Calibration;
import io.namesake.face.Clarity;
import io.namesake.face.Explanation;
import io.namesake.face.FaceReport;
import io.namesake.face.Role;
import io.namesake.face.Verification;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/**
 * One page that shows both pictures, everything that was measured of them with its threshold, and how that became a verdict.
 *
 * @param files what each picture's file was called
 * @param verdict what became of the pair
 * @param explanation what was seen
 * @param models name and version of the models
 * @param calibration what the similarities stand for
 * @param made when
 */
public record ExplanationPage(
        Map<Role, String> files,
        Verdict verdict,
        Explanation explanation,
        String models,
        Calibration calibration,
        Instant made) {

    private static final String STYLE = """

            :root { color-scheme: light; --ink: #1c2733; --soft: #5b6b7a; --line: #dde4ea; --good: #1b7f4d; --bad: #b3261e; --wait: #9a6200 }
            body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); max-width: 1280px; margin: 2rem auto; padding: 0 1rem }
            h1 { font-size: 1.5rem; margin: 0 } h2 { font-size: 1.15rem; margin: 2.2rem 0 .6rem; border-top: 1px solid var(--line); padding-top: 1.2rem }
            h3 { font-size: 1rem; margin: 0 0 .4rem } p { margin: .3rem 0 } .soft, figcaption { color: var(--soft); font-size: .88rem }
            .verdict { border-left: 6px solid; padding: .6rem 1rem; margin: 1rem 0; background: #f6f8fa }
            .VERIFIED, .PASSED { color: var(--good); border-color: var(--good) } .REFUSED, .FAILED { color: var(--bad); border-color: var(--bad) }
            .REVIEW, .INCONCLUSIVE, .UNUSABLE { color: var(--wait); border-color: var(--wait) } .verdict p { color: var(--ink) } .verdict strong { font-size: 1.2rem }
            .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 38rem), 1fr)); gap: 1.5rem } figure { margin: 0 0 .8rem }
            img { max-width: 100%; height: auto; border-radius: 4px } .crops { display: flex; gap: 1rem; flex-wrap: wrap }
            table { border-collapse: collapse; width: 100%; font-size: .9rem } th, td { text-align: left; padding: .25rem .5rem; border-bottom: 1px solid var(--line); vertical-align: middle }
            th { color: var(--soft); font-weight: 600 } td:not(:first-child) { font-variant-numeric: tabular-nums } svg { max-width: 100%; height: auto; display: block } td svg { max-width: none }
            svg text { font: 12px system-ui, sans-serif; fill: var(--soft) } .back { color: var(--bad); font-weight: 600 } ol { padding-left: 1.3rem } li { margin: .3rem 0 }
            .private { background: #fff4e0; padding: .5rem 1rem; border-radius: 4px }
            """;

    /** The page as HTML. */
    public String html() {
        Html page = new Html("Namesake: how this verdict came about", STYLE);
        page.element("h1", "How this verdict came about");
        page.element("p", files.get(Role.DOCUMENT) + " against " + files.get(Role.SELFIE), "class", "soft");
        verdict(page);
        page.element(
                "p",
                "This page contains both faces. Keep it as carefully as the pictures themselves, and delete it once it has been looked at."
                        + " Namesake's server neither makes nor keeps such pages.",
                "class",
                "private");

        page.element("h2", "The way to the verdict");
        new WayToTheVerdict(verdict, explanation).write(page);

        page.element("h2", "What was seen");
        page.open("div", "class", "pair");
        for (Role role : Role.values()) {
            Optional<Clarity> clarity =
                    Optional.ofNullable(explanation.clarity().get(role));
            new SeenPicture(role, files.get(role), explanation.of(role), report(role), clarity).write(page);
        }
        page.close();

        if (explanation.verification() instanceof Verification.Compared compared) {
            page.element("h2", "How alike the faces are");
            new HowAlike(compared.comparison(), calibration).write(page);
            page.element("h2", "Whether the selfie is a picture of a picture");
            new PictureOfAPicture(compared.presentationAttack(), explanation.judgements()).write(page);
            page.element("h2", "Where the time went");
            new WhereTheTimeWent(compared.timings()).write(page);
        }
        page.element("h2", "What it was measured with");
        page.element(
                "p",
                "Models %s; calibration of %s: %s, %,d pairs of one person, %,d of different persons. Made %s."
                        .formatted(
                                models,
                                calibration.date(),
                                calibration.dataSet(),
                                calibration.genuinePairs(),
                                calibration.impostorPairs(),
                                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'")
                                        .format(made.atOffset(ZoneOffset.UTC))));
        return page.end();
    }

    private void verdict(Html page) {
        switch (verdict) {
            case Verdict.Judged judged -> {
                String outcome = judged.decision().outcome().name();
                page.open("div", "class", "verdict " + outcome);
                page.element("strong", outcome);
                if (judged.decision().outcome() == Outcome.VERIFIED) {
                    page.element(
                            "p", "The selfie shows the person of the document, as far as these two pictures can tell.");
                }
                for (ReasonText reason : judged.reasons()) {
                    page.element("p", reason.title() + ": " + reason.explanation());
                }
            }
            case Verdict.Unusable unusable -> {
                page.open("div", "class", "verdict UNUSABLE");
                page.element("strong", "UNUSABLE");
                page.element("p", unusable.file() + ": " + unusable.title());
                page.element("p", unusable.nextStep());
            }
        }
        page.close();
    }

    private Optional<FaceReport> report(Role role) {
        return switch (explanation.verification()) {
            case Verification.Compared compared ->
                Optional.of(role == Role.DOCUMENT ? compared.document() : compared.selfie());
            case Verification.Unusable unusable ->
                unusable.role() == role ? unusable.assessment().face() : Optional.empty();
        };
    }
}
