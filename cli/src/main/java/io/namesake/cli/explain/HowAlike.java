package io.namesake.cli.explain;

import io.namesake.cli.page.Html;
import io.namesake.face.Calibration;
import io.namesake.face.Comparison;
import io.namesake.face.NetworkSimilarity;
import java.util.Locale;

/** The similarity among those of pairs that were measured, and what each network said. */
record HowAlike(Comparison comparison, Calibration calibration) {

    void write(Html page) {
        page.element(
                "p",
                format(
                        "Similarity %.2f. Among pairs of different persons, %s is as alike. That is about strangers: relatives and look-alikes"
                                + " come further, and it is not the probability that these two are different persons.",
                        comparison.similarity(), Rates.oneIn(comparison.similarityFalseMatchRate())));
        if (calibration.distributions() == null) {
            page.element(
                    "p",
                    "This calibration does not say how often each similarity was seen, so there is nothing to draw; namesake calibrate"
                            + " makes one that does.",
                    "class",
                    "soft");
        } else {
            new SimilarityPlot(comparison, calibration.distributions()).write(page);
        }
        page.open("table");
        page.head("Network", "Cosine", "Standard deviations above different persons");
        for (NetworkSimilarity network : comparison.networks()) {
            page.row(network.network(), format("%.3f", network.cosine()), format("%.2f", network.zScore()));
        }
        page.row("Together (the similarity)", "", format("%.2f", comparison.similarity()));
        page.close();
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
