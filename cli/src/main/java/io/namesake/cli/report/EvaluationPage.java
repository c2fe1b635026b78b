package io.namesake.cli.report;

import io.namesake.face.evaluation.EvaluationReport;
import io.namesake.face.evaluation.ImageSource;
import io.namesake.face.evaluation.StageTimes;
import io.namesake.face.evaluation.WorstPair;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an evaluation measured, as a page for people: both plots, the rates with and without the quality gate, groups, look-alikes, the worst
 * errors and where the time went.
 *
 * <p>Pictures are only shown when they were asked for: a page with faces and names is a store of faces, and whoever keeps it must look
 * after it as after the pictures themselves.
 *
 * @param report what was measured
 * @param subtitle on what, in one line
 * @param madeBy program, version and time
 * @param detPlot as SVG
 * @param histogram as SVG
 * @param pictures where to read the worst pairs' pictures; empty to show none
 */
record EvaluationPage(
        EvaluationReport report,
        String subtitle,
        String madeBy,
        String detPlot,
        String histogram,
        Optional<ImageSource> pictures) {

    private static final int WORST = 12;

    String html() throws IOException {
        HtmlPage page = new HtmlPage("How well faces are compared: " + report.models());
        page.paragraph(subtitle).paragraph(madeBy);
        page.heading("Trade-off").plot(detPlot);
        page.paragraph(band());
        page.heading("Similarities").plot(histogram);
        new RateTables(report).write(page);
        lookAlikes(page);
        liveness(page);
        worst(page);
        failures(page);
        times(page, report.stageTimes());
        return page.end();
    }

    /** Why the band ends before the curve, or is not there at all. */
    private String band() {
        if (report.detBand().isEmpty()) {
            return "There is no band: the persons or the pairs are too few for an interval.";
        }
        double last = report.detBand().getLast().falseMatchRate();
        String band = "The band is the 95 % interval of the false non-match rate.";
        return last < 0.99 * DetPlot.HIGHEST
                ? band + " It ends at a false match rate of " + Percent.of(last)
                        + ", where the curve goes on: only the most alike of all cross pairs are held one by one, and an interval"
                        + " needs each pair's persons."
                : band;
    }

    private void liveness(HtmlPage page) {
        report.liveness()
                .ifPresent(liveness -> page.heading("Presentation attacks")
                        .paragraph(String.format(
                                Locale.ROOT,
                                "Taken for an attack: %s of %,d pictures; %,d could not be assessed. The median live score is %.3f, and"
                                        + " below %.3f an attack is suspected. The interval is Wilson's, over the pictures. Drawn portraits"
                                        + " are among them, if there are any.",
                                Percent.of(liveness.bonaFideClassificationErrorRate()),
                                liveness.assessed(),
                                liveness.notAssessed(),
                                liveness.median(),
                                liveness.threshold())));
    }

    private void lookAlikes(HtmlPage page) {
        report.lookAlikes().ifPresent(lookAlikes -> {
            page.heading("Look-alikes")
                    .paragraph(String.format(
                            Locale.ROOT,
                            "Of each of %,d persons, the picture of another person that is most alike, among %,d others: what somebody who can"
                                    + " search so many people for a look-alike would reach. The median of the highest similarities is %.2f. Intervals here are Wilson's, over the persons.",
                            lookAlikes.persons(),
                            lookAlikes.others(),
                            lookAlikes.median()));
            page.table(
                    List.of("false match rate among strangers", "persons whose nearest impostor matches"),
                    lookAlikes.reached().stream()
                            .map(reached ->
                                    List.of(DetPlot.percent(reached.falseMatchRate()), Percent.of(reached.share())))
                            .toList());
        });
    }

    private void worst(HtmlPage page) throws IOException {
        worst(page, "Least alike pictures of one person", report.leastAlikeGenuine(WORST));
        worst(page, "Most alike pictures of different persons", report.mostAlikeImpostors());
        page.paragraph(
                "Look at these first: a wrong label, a second face in the picture or a covered face is no error of the comparison.");
    }

    private void worst(HtmlPage page, String heading, List<WorstPair> pairs) throws IOException {
        page.heading(heading);
        if (pictures.isEmpty()) {
            page.table(
                    List.of("first", "second", "similarity"),
                    pairs.stream()
                            .map(pair -> List.of(pair.imageA(), pair.imageB(), similarity(pair)))
                            .toList());
            return;
        }
        for (WorstPair pair : pairs) {
            page.figure(
                    List.of(address(pair.imageA()), address(pair.imageB())),
                    similarity(pair) + ": " + pair.imageA() + ", " + pair.imageB());
        }
    }

    private String address(String image) throws IOException {
        return DataAddress.of(pictures.orElseThrow().read(image));
    }

    private void failures(HtmlPage page) {
        page.heading("Pictures that could not be used")
                .paragraph(String.format(
                        Locale.ROOT,
                        "%,d of %,d: %s. The interval is Wilson's, over the pictures.",
                        report.failures().size(),
                        report.images(),
                        Percent.of(report.failureToAcquire())));
        if (!report.failures().isEmpty()) {
            page.table(
                    List.of("picture", "reason"),
                    report.failures().stream()
                            .map(failure ->
                                    List.of(failure.image(), failure.reason().code()))
                            .toList());
        }
    }

    private static void times(HtmlPage page, StageTimes times) {
        page.heading("Time")
                .paragraph("Median milliseconds of one picture on one thread, while others worked beside it.");
        page.table(
                List.of("decode", "detect", "landmarks", "quality", "embed", "attack", "all"),
                List.of(List.of(
                        milliseconds(times.decode()),
                        milliseconds(times.detect()),
                        milliseconds(times.landmarks()),
                        milliseconds(times.quality()),
                        milliseconds(times.embed()),
                        milliseconds(times.presentationAttack()),
                        milliseconds(times.total()))));
    }

    private static String similarity(WorstPair pair) {
        return String.format(Locale.ROOT, "%.2f", pair.similarity());
    }

    private static String milliseconds(double time) {
        return String.format(Locale.ROOT, "%.1f", time);
    }
}
