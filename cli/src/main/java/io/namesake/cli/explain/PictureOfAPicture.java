package io.namesake.cli.explain;

import io.namesake.cli.page.Html;
import io.namesake.cli.verdict.Verdict;
import io.namesake.face.AttackJudgement;
import io.namesake.face.AttackSignal;
import io.namesake.face.PresentationAttack;
import io.namesake.face.SignalValue;
import java.util.List;
import java.util.Locale;

/**
 * What speaks for and against a picture of a picture, judge by judge, so that whoever adds up a table comes to its score.
 *
 * @param attack what came of it
 * @param judgements of all judges; empty where the network stands alone
 */
record PictureOfAPicture(PresentationAttack attack, List<AttackJudgement> judgements) {
    private static final int HALF = 130;
    /** Log-odds at the end of the scale. */
    private static final double MOST = 8;

    void write(Html page) {
        if (attack.finding() == PresentationAttack.Finding.NOT_ASSESSED) {
            page.element("p", "It was " + Verdict.NOT_ASSESSED + ".");
            return;
        }
        page.element(
                "p",
                format(
                        "Score %.3f from 0 (surely a picture of a picture) to 1 (surely living); below %.3f it is suspected, and a person looks."
                                + " It is a signal and no proof either way.",
                        attack.liveScore(), attack.threshold()));
        if (judgements.isEmpty()) {
            page.element("p", "The network stands alone with these models: there are no other signals.");
            return;
        }
        page.element(
                "p",
                "Each judge adds up log-odds of a living person, which a score is the share of: 1 / (1 + e to the minus log-odds). Heard is the one that"
                        + " is farthest below its threshold or, where none is below, the least above it.");
        judgements.forEach(judgement -> table(page, judgement));
    }

    private void table(Html page, AttackJudgement judgement) {
        PresentationAttack said = judgement.said();
        page.element("h3", words(judgement.kind()) + (said.equals(attack) ? " – heard" : ""));
        page.open("table");
        page.head("Signal", "Measured", "Speaks for an attack | for a living person", "Log-odds");
        row(page, "Where every measure is average", "", judgement.bias());
        for (SignalValue signal : said.signals()) {
            String measured =
                    signal.measures() == 1 ? format("%.3f", signal.value()) : format("%d measures", signal.measures());
            row(page, words(signal.signal()), measured, signal.contribution());
        }
        double together = judgement.bias()
                + said.signals().stream().mapToDouble(SignalValue::contribution).sum();
        page.row(
                "Together",
                "",
                format("score %.3f, suspects below %.3f", said.liveScore(), said.threshold()),
                format("%+.2f", together));
        page.close();
    }

    private static void row(Html page, String name, String measured, double logOdds) {
        page.open("tr");
        page.element("td", name);
        page.element("td", measured);
        page.open("td");
        bar(page, logOdds);
        page.close();
        page.element("td", format("%+.2f", logOdds));
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

    /** A specialist that an operator fitted may be named in any way. */
    private static String words(String kind) {
        return switch (kind) {
            case AttackJudgement.GENERAL -> "The general judge";
            case "worn" -> "The judge of prints that are worn";
            default -> "The judge of " + kind;
        };
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
            case NETWORK_LAYERS -> "What the network's layers see";
            case NETWORK_NEAR -> "The same of the face from nearer";
            case SEAM -> "An edge across both cheeks, as of a half mask";
        };
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
