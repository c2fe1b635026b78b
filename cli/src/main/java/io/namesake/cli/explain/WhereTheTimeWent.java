package io.namesake.cli.explain;

import io.namesake.cli.page.Html;
import io.namesake.face.Timings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The stages of the verification as bars, both pictures together. */
record WhereTheTimeWent(Timings timings) {
    private static final int WIDTH = 420;

    void write(Html page) {
        Map<String, Duration> stages = new LinkedHashMap<>();
        stages.put("Reading the pictures", timings.decode());
        stages.put("Finding faces", timings.detect());
        stages.put("Finding their points", timings.landmarks());
        stages.put("Measuring quality", timings.quality());
        stages.put("Comparing", timings.embed());
        stages.put("A picture of a picture?", timings.presentationAttack());
        page.open("table");
        stages.forEach((name, time) -> {
            page.open("tr").element("td", name).element("td", milliseconds(time));
            page.open("td")
                    .open(
                            "svg",
                            "width",
                            "" + WIDTH,
                            "height",
                            "12",
                            "viewBox",
                            "0 0 " + WIDTH + " 12",
                            "aria-hidden",
                            "true");
            double share = (double) time.toNanos() / Math.max(1, timings.total().toNanos());
            page.open(
                            "rect",
                            "width",
                            String.format(Locale.ROOT, "%.1f", WIDTH * share),
                            "height",
                            "12",
                            "fill",
                            "#5a9bd5")
                    .close();
            page.close().close().close();
        });
        page.row("Together", milliseconds(timings.total()), "");
        page.close();
        page.element(
                "p",
                "A first verification after the start is slower than those that follow: the networks are just being loaded.",
                "class",
                "soft");
    }

    private static String milliseconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f ms", time.toNanos() / 1e6);
    }
}
