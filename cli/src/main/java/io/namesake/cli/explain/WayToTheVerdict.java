package io.namesake.cli.explain;

import io.namesake.cli.page.Html;
import io.namesake.cli.verdict.Verdict;
import io.namesake.decision.Check;
import io.namesake.face.Comparison;
import io.namesake.face.Explanation;
import io.namesake.face.FaceReport;
import io.namesake.face.PresentationAttack;
import io.namesake.face.Role;
import io.namesake.face.Verification;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The steps in their order, each with what it found, until the verdict. */
record WayToTheVerdict(Verdict verdict, Explanation explanation) {

    private static final String DOCUMENT = "The document's picture";
    private static final String SELFIE = "The selfie";
    private static final String ONE_FACE = "one face, large enough to compare";

    void write(Html page) {
        page.open("ol");
        switch (explanation.verification()) {
            case Verification.Unusable unusable -> unusable(page, unusable);
            case Verification.Compared compared -> compared(page, compared);
        }
        page.close();
    }

    private static void unusable(Html page, Verification.Unusable unusable) {
        boolean document = unusable.role() == Role.DOCUMENT;
        if (!document) {
            step(page, "PASSED", DOCUMENT, ONE_FACE);
        }
        step(
                page,
                "FAILED",
                document ? DOCUMENT : SELFIE,
                unusable.reason().code().replace('-', ' ') + ": another picture cures that");
        step(page, "soft", "Everything after that", "was not done: a face that can't be seen is never compared");
    }

    private void compared(Html page, Verification.Compared compared) {
        picture(page, DOCUMENT, compared.document());
        picture(page, SELFIE, compared.selfie());
        if (verdict instanceof Verdict.Judged judged) {
            for (Check check : judged.checks()) {
                switch (check.kind()) {
                    case FACE_MATCH -> step(page, check.status().name(), "The comparison", comparison(compared));
                    case PRESENTATION_ATTACK ->
                        step(
                                page,
                                check.status().name(),
                                "A picture of a picture?",
                                attack(compared.presentationAttack()));
                    default -> {
                        // The document's fields are not part of two pictures.
                    }
                }
            }
            step(
                    page,
                    judged.decision().outcome().name(),
                    "The policy",
                    "one failed check refuses, one in doubt asks for a person, only what passed every check is verified: "
                            + judged.decision().outcome());
        }
    }

    /** While pictures are taken, quality asks for a better one; here it only keeps a low similarity from refusing. */
    private static void picture(Html page, String name, FaceReport face) {
        if (face.sentBack()) {
            String hints = face.hints().stream()
                    .map(hint -> hint.code().replace('-', ' '))
                    .collect(Collectors.joining(", "));
            step(page, "INCONCLUSIVE", name, ONE_FACE + "; a camera step would ask for a better picture: " + hints);
        } else {
            step(page, "PASSED", name, ONE_FACE);
        }
    }

    private String comparison(Verification.Compared compared) {
        Comparison comparison = compared.comparison();
        String place = format(
                "similarity %.2f; from %.2f on it is a match (false match rate %s), from %.2f on a person looks (%s)",
                comparison.similarity(),
                comparison.threshold(),
                Rates.oneIn(comparison.falseMatchRate()),
                comparison.reviewThreshold(),
                Rates.oneIn(comparison.reviewFalseMatchRate()));
        if (comparison.clear()) {
            return place;
        }
        String unclear = Arrays.stream(Role.values())
                .filter(role -> isUnclear(role, role == Role.DOCUMENT ? compared.document() : compared.selfie()))
                .map(role -> role == Role.DOCUMENT ? "the document's face" : "the selfie's face")
                .collect(Collectors.joining(" and "));
        return place + "; " + unclear
                + " can't be seen well enough to be called another person's (quality and clarity, below), so a low similarity proves nothing";
    }

    private boolean isUnclear(Role role, FaceReport face) {
        return face.sentBack()
                || Optional.ofNullable(explanation.clarity().get(role))
                        .filter(clarity -> !clarity.sufficient())
                        .isPresent();
    }

    private static String attack(PresentationAttack attack) {
        return switch (attack.finding()) {
            case LIVE -> format("score %.2f, suspected below %.2f", attack.liveScore(), attack.threshold());
            case SUSPECTED ->
                format("score %.2f lies below %.2f: a person looks", attack.liveScore(), attack.threshold());
            case NOT_ASSESSED -> Verdict.NOT_ASSESSED;
        };
    }

    private static void step(Html page, String status, String name, String finding) {
        page.open("li");
        page.element("strong", name, "class", status);
        page.text(" – " + finding + ".");
        page.close();
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
