package io.namesake.cli.verdict;

import io.namesake.decision.Outcome;
import io.namesake.decision.ReasonText;
import io.namesake.face.Comparison;
import io.namesake.face.FaceReport;
import io.namesake.face.Hint;
import io.namesake.face.NetworkSimilarity;
import io.namesake.face.PresentationAttack;
import io.namesake.face.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A verdict in a dozen lines of English.
 *
 * @param colours whether the reader's terminal shows colours
 */
record VerdictText(boolean colours) {

    private static final int LINE_LENGTH = 90;
    private static final int RED = 31;
    private static final int GREEN = 32;
    private static final int YELLOW = 33;

    String judged(Verdict.Judged verdict) {
        StringBuilder text = new StringBuilder();
        line(
                text,
                "Document",
                face(verdict.files().get(Role.DOCUMENT), verdict.measured().document()));
        verdict.evidence()
                .ifPresent(chip -> line(
                        text,
                        "",
                        "the portrait of a chip: " + chip.standing().name().toLowerCase(Locale.ROOT) + ", strength "
                                + chip.strength()));
        line(
                text,
                "Selfie",
                face(verdict.files().get(Role.SELFIE), verdict.measured().selfie()));
        line(text, "Similarity", similarity(verdict.measured().comparison()));
        line(text, "Liveness", liveness(verdict.measured().presentationAttack()));
        line(text, "Models", verdict.models());
        text.append(System.lineSeparator());
        text.append(outcome(verdict.decision().outcome())).append(System.lineSeparator());
        for (ReasonText reason : verdict.reasons()) {
            line(text, "", reason.title() + " (" + reason.code() + ").");
            wrapped(reason.explanation()).forEach(part -> line(text, "", part));
        }
        return text.toString();
    }

    String unusable(Verdict.Unusable verdict) {
        StringBuilder text = new StringBuilder();
        text.append(coloured(YELLOW, "The " + verdict.measured().role().code() + " can't be used"))
                .append(": ")
                .append(verdict.file())
                .append(System.lineSeparator());
        line(text, "", verdict.title() + " (" + verdict.measured().reason().code() + ").");
        verdict.measured()
                .assessment()
                .face()
                .ifPresent(face -> line(text, "", format("The eyes are %.0f pixels apart.", face.eyeDistancePixels())));
        line(text, "", verdict.nextStep());
        return text.toString();
    }

    private static String face(String file, FaceReport face) {
        String measures = format(
                "%s, %d x %d pixels: one face, eyes %.0f pixels apart, yaw %d°, pitch %d°, roll %d°, sharpness %.2f,"
                        + " brightness %.2f",
                file,
                face.imageWidth(),
                face.imageHeight(),
                face.eyeDistancePixels(),
                Math.round(face.pose().yaw()),
                Math.round(face.pose().pitch()),
                Math.round(face.pose().roll()),
                face.sharpness(),
                face.exposure().brightness());
        return face.hints().isEmpty()
                ? measures
                : measures + "; could be better: "
                        + face.hints().stream().map(VerdictText::words).collect(Collectors.joining(", "));
    }

    private static String words(Hint hint) {
        return hint.code().replace('-', ' ');
    }

    private static String similarity(Comparison comparison) {
        return format(
                "%.2f; from %.2f on the faces match: one in %,d pairs of different persons comes that far (FMR %s)%n%12s"
                        + "from %.2f on a human looks: one in %,d (FMR %s); by network: %s",
                comparison.similarity(),
                comparison.threshold(),
                Math.round(1 / comparison.falseMatchRate()),
                rate(comparison.falseMatchRate()),
                "",
                comparison.reviewThreshold(),
                Math.round(1 / comparison.reviewFalseMatchRate()),
                rate(comparison.reviewFalseMatchRate()),
                comparison.networks().stream().map(VerdictText::network).collect(Collectors.joining(", ")));
    }

    private static String network(NetworkSimilarity network) {
        return format("%s %.3f", network.network(), network.cosine());
    }

    private static String liveness(PresentationAttack attack) {
        return switch (attack.finding()) {
            case LIVE ->
                format("%.2f, nothing suspicious (suspected below %.2f)", attack.liveScore(), attack.threshold());
            case SUSPECTED ->
                format(
                        "%.2f, perhaps a picture of a picture (suspected below %.2f)",
                        attack.liveScore(), attack.threshold());
            case NOT_ASSESSED -> Verdict.NOT_ASSESSED;
        };
    }

    private String outcome(Outcome outcome) {
        int colour = switch (outcome) {
            case VERIFIED -> GREEN;
            case REFUSED -> RED;
            case REVIEW -> YELLOW;
        };
        return coloured(colour, outcome.name());
    }

    private String coloured(int colour, String text) {
        return colours ? "\u001b[1;" + colour + "m" + text + "\u001b[0m" : text;
    }

    /** The words of a sentence in lines that fit beside the margin. */
    private static List<String> wrapped(String sentence) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : sentence.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > LINE_LENGTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static String rate(double rate) {
        return format("%.0e", rate).replace("e-0", "e-");
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(format("%-12s", name)).append(value).append(System.lineSeparator());
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
