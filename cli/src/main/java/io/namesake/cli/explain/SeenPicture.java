package io.namesake.cli.explain;

import io.namesake.cli.page.Html;
import io.namesake.face.Clarity;
import io.namesake.face.FaceReport;
import io.namesake.face.Hint;
import io.namesake.face.Illustration;
import io.namesake.face.MeasuredQuality;
import io.namesake.face.Pose;
import io.namesake.face.Role;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One picture: what was found where, and its quality, measure by measure.
 *
 * @param report empty when there was no one face to measure
 * @param clarity empty when the networks were not shown it
 */
record SeenPicture(
        Role role,
        String file,
        List<Illustration> illustrations,
        Optional<FaceReport> report,
        Optional<Clarity> clarity) {
    private static final int BAR_WIDTH = 115;

    void write(Html page) {
        page.open("section");
        page.element("h3", role == Role.DOCUMENT ? "Document" : "Selfie");
        if (illustrations.isEmpty()) {
            page.element("p", file + " could not be read as a picture.");
        } else {
            figure(page, illustrations.getFirst());
            page.open("div", "class", "crops");
            illustrations.stream().skip(1).forEach(crop -> figure(page, crop));
            page.close();
        }
        report.ifPresent(face -> {
            facts(page, face);
            quality(page, face);
        });
        page.close();
    }

    private static void figure(Html page, Illustration illustration) {
        page.open("figure");
        String caption = caption(illustration.kind());
        page.png(illustration.png(), illustration.width(), illustration.height(), caption);
        page.element("figcaption", caption);
        page.close();
    }

    private static String caption(Illustration.Kind kind) {
        return switch (kind) {
            case PICTURE -> "Blue: the face that is meant. Orange: other faces. Green: its 68 points.";
            case ARCFACE_CROP -> "As the two ArcFace networks see it";
            case DLIB_CROP -> "As dlib's network sees it";
        };
    }

    private static void facts(Html page, FaceReport face) {
        Pose pose = face.pose();
        page.element(
                "p",
                format(
                        "%d x %d pixels, eyes %.0f pixels apart; yaw %.0f°, pitch %.0f°, roll %.0f°.",
                        face.imageWidth(),
                        face.imageHeight(),
                        face.eyeDistancePixels(),
                        pose.yaw(),
                        pose.pitch(),
                        pose.roll()));
    }

    private void quality(Html page, FaceReport face) {
        page.open("table");
        page.head("Quality (ISO/IEC 29794-5)", "Measured", "0 to 100", "");
        for (MeasuredQuality measured : face.quality()) {
            page.open("tr");
            page.element("td", measured.measure().componentName());
            page.element("td", raw(measured));
            page.open("td");
            bar(page, measured);
            page.close();
            page.element("td", remark(measured), "class", measured.sentBack() ? "back" : "soft");
            page.close();
        }
        clarity.ifPresent(seen -> clear(page, seen));
        page.close();
    }

    /** As where a measure of quality sends a picture back: where it is too low, a low similarity refuses nobody. */
    private static void clear(Html page, Clarity clarity) {
        page.open("tr");
        page.element("td", "Clarity to the networks");
        page.element("td", format("%.2f", clarity.value()));
        page.element("td", "");
        String remark = clarity.least() == Double.NEGATIVE_INFINITY
                ? "nothing asked"
                : clarity.sufficient()
                        ? format(
                                "from %.2f, if no measure sends it back, two faces may be called different",
                                clarity.least())
                        : format("below %.2f: nobody is called a different person", clarity.least());
        page.element("td", remark, "class", clarity.sufficient() ? "soft" : "back");
        page.close();
    }

    private static String raw(MeasuredQuality measured) {
        if (measured.value().isEmpty()) {
            return "–";
        }
        double value = measured.value().getAsDouble();
        return switch (measured.measure().unit()) {
            case RATIO -> format("%.3f", value);
            case PIXELS -> format("%.0f px", value);
            case DEGREES -> format("%.0f°", value);
        };
    }

    private static String remark(MeasuredQuality measured) {
        if (measured.component() == MeasuredQuality.NOT_ASSESSED) {
            return "cannot be assessed";
        }
        if (measured.hint().isPresent()) {
            return "sent back: " + words(measured.hint().get());
        }
        return measured.threshold() == 0
                ? "nothing asked"
                : "from " + measured.threshold() + (measured.blocking() ? "" : ", advice only");
    }

    private static String words(Hint hint) {
        return hint.code().replace('-', ' ');
    }

    /** The component value as a bar, with a line where its threshold lies. */
    private static void bar(Html page, MeasuredQuality measured) {
        int value = Math.max(0, measured.component());
        String label = measured.component() == MeasuredQuality.NOT_ASSESSED ? "not assessed" : value + " of 100";
        page.open("svg", "width", "150", "height", "14", "viewBox", "0 0 150 14", "role", "img", "aria-label", label);
        rectangle(page, 0, BAR_WIDTH, "#e8edf1");
        rectangle(page, 0, BAR_WIDTH * value / 100.0, measured.sentBack() ? "#b3261e" : "#5a9bd5");
        if (measured.threshold() > 0) {
            rectangle(page, BAR_WIDTH * measured.threshold() / 100.0 - 1, 2, "#1c2733");
        }
        page.element("text", measured.component() + "", "x", "" + (BAR_WIDTH + 6), "y", "11");
        page.close();
    }

    private static void rectangle(Html page, double x, double width, String colour) {
        page.open(
                        "rect",
                        "x",
                        format("%.1f", x),
                        "y",
                        "2",
                        "width",
                        format("%.1f", width),
                        "height",
                        "10",
                        "fill",
                        colour)
                .close();
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
