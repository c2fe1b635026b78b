package io.namesake.cli.explain;

import io.namesake.cli.page.Html;
import io.namesake.face.AttackSignal;
import io.namesake.face.PresentationAttack;
import io.namesake.face.SignalValue;
import java.util.Locale;

/** What speaks for and against a picture of a picture. */
record PictureOfAPicture(PresentationAttack attack) {
    private static final int HALF = 130;
    /** Log-odds at the end of the scale. */
    private static final double MOST = 8;

    void write(Html page) {
        if (attack.finding() == PresentationAttack.Finding.NOT_ASSESSED) {
            page.element("p", "These models have no network that looks for it.");
            return;
        }
        page.element(
                "p",
                format(
                        "Score %.3f from 0 (surely a picture of a picture) to 1 (surely living); below %.3f it is suspected, and a person looks."
                                + " It is a signal and no proof either way.",
                        attack.liveScore(), attack.threshold()));
        if (attack.signals().isEmpty()) {
            return;
        }
        page.element(
                "p", "Where several judges look, these are the signals of the one that came nearest to suspecting it.");
        page.open("table");
        page.head("Signal", "Measured", "Speaks for an attack | for a living person", "Log-odds");
        for (SignalValue signal : attack.signals()) {
            page.open("tr");
            page.element("td", words(signal.signal()));
            page.element("td", format("%.3f", signal.value()));
            page.open("td");
            bar(page, signal.contribution());
            page.close();
            page.element("td", format("%+.2f", signal.contribution()));
            page.close();
        }
        page.close();
    }

    private static void bar(Html page, double contribution) {
        double length = HALF * Math.min(1, Math.abs(contribution) / MOST);
        page.open(
                "svg",
                "width",
                "" + 2 * HALF,
                "height",
                "12",
                "viewBox",
                "0 0 " + 2 * HALF + " 12",
                "role",
                "img",
                "aria-label",
                contribution < 0 ? "speaks for an attack" : "speaks for a living person");
        page.open(
                        "rect",
                        "x",
                        format("%.1f", contribution < 0 ? HALF - length : HALF),
                        "width",
                        format("%.1f", length),
                        "height",
                        "12",
                        "fill",
                        contribution < 0 ? "#b3261e" : "#2f855a")
                .close();
        page.open("rect", "x", "" + (HALF - 0.5), "width", "1", "height", "12", "fill", "#1c2733")
                .close();
        page.close();
    }

    private static String words(AttackSignal signal) {
        return switch (signal) {
            case NETWORK -> "The network's log-odds";
            case PERIODIC_PATTERN -> "A repeating pattern, as of a screen or halftone";
            case DETAIL -> "Fine detail against coarse";
            case TEXTURE -> "Grain of ink, paper, panel";
            case COLOUR -> "Colours";
            case LIGHT -> "Darkest to brightest";
            case BORDER -> "Straight edges beside the face";
            case FRAME -> "A frame or margin around the picture";
            case REGIONS -> "Regions of one face that do not go together";
            case SEAM -> "An edge across both cheeks, as of a half mask";
        };
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
