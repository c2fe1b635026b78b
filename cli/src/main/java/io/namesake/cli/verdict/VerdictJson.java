package io.namesake.cli.verdict;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.namesake.decision.ReasonText;
import io.namesake.document.IdentityEvidence;
import io.namesake.face.Comparison;
import io.namesake.face.EstimatedRate;
import io.namesake.face.FaceBox;
import io.namesake.face.FaceReport;
import io.namesake.face.Hint;
import io.namesake.face.MeasuredQuality;
import io.namesake.face.NetworkSimilarity;
import io.namesake.face.Pose;
import io.namesake.face.PresentationAttack;
import io.namesake.face.Timings;
import java.time.Duration;
import java.util.List;

/**
 * The shape of {@code verify --json}.
 *
 * @param outcome {@code VERIFIED}, {@code REFUSED}, {@code REVIEW}, or {@code UNUSABLE} when nothing could be compared
 * @param reasons why it isn't verified; empty when it is
 * @param unusable which picture and why; only when nothing could be compared
 * @param chip what the document's chip is worth; only when its portrait was compared
 * @param document the face in the document; only when the faces were compared
 * @param selfie the face in the selfie; likewise
 * @param comparison likewise
 * @param presentationAttack likewise
 * @param milliseconds likewise
 * @param models name and version of the models
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record VerdictJson(
        String outcome,
        List<Reason> reasons,
        Unusable unusable,
        Chip chip,
        Face document,
        Face selfie,
        Compared comparison,
        PresentationAttack presentationAttack,
        Milliseconds milliseconds,
        String models) {

    /**
     * A chip.
     *
     * @param standing {@code AUTHENTICATED}, {@code READ} or {@code REFUSED}
     * @param strength {@code NONE} to {@code SUPERIOR}
     */
    record Chip(String standing, String strength) {
        static Chip of(IdentityEvidence evidence) {
            return new Chip(evidence.standing().name(), evidence.strength().name());
        }
    }

    /**
     * A picture that can't be used.
     *
     * @param picture {@code document} or {@code selfie}
     * @param file as it was named
     * @param code the stable reason
     * @param title a few words
     * @param nextStep what to do
     * @param hints stable codes of what would make a better picture
     */
    record Unusable(String picture, String file, String code, String title, String nextStep, List<String> hints) {}

    /**
     * Why a pair of pictures isn't verified.
     *
     * @param code the stable reason
     * @param title a few words
     * @param explanation one sentence
     */
    record Reason(String code, String title, String explanation) {

        /** The next steps are left out: they speak to an applicant of the server's, and nothing is kept here. */
        static Reason of(ReasonText text) {
            return new Reason(text.code(), text.title(), text.explanation());
        }
    }

    /**
     * A face and its quality, as {@link FaceReport} has it.
     *
     * @param file as it was named
     * @param imageWidth pixels
     * @param imageHeight pixels
     * @param box fractions of the picture
     * @param eyeDistancePixels between the centres of the eyes
     * @param pose degrees
     * @param sharpness 0 to 1
     * @param brightness 0 to 1
     * @param quality each measure
     * @param hints stable codes
     */
    record Face(
            String file,
            int imageWidth,
            int imageHeight,
            FaceBox box,
            double eyeDistancePixels,
            Pose pose,
            double sharpness,
            double brightness,
            List<Quality> quality,
            List<String> hints) {

        static Face of(String file, FaceReport face) {
            return new Face(
                    file,
                    face.imageWidth(),
                    face.imageHeight(),
                    face.box(),
                    face.eyeDistancePixels(),
                    face.pose(),
                    face.sharpness(),
                    face.exposure().brightness(),
                    face.quality().stream().map(Quality::of).toList(),
                    codes(face.hints()));
        }
    }

    /**
     * One measure of a picture's quality, as {@link MeasuredQuality} has it.
     *
     * @param component OFIQ's name
     * @param value 0 to 100, -1 when it cannot be assessed
     * @param raw in the unit; absent when it cannot be assessed
     * @param unit of the raw value
     * @param threshold the value from which it is good enough
     * @param hint stable code when it sends the picture back, else absent
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Quality(String component, int value, Double raw, String unit, int threshold, String hint) {

        static Quality of(MeasuredQuality measured) {
            return new Quality(
                    measured.measure().componentName(),
                    measured.component(),
                    measured.value().isPresent() ? measured.value().getAsDouble() : null,
                    measured.measure().unit().name(),
                    measured.threshold(),
                    measured.hint().map(Hint::code).orElse(null));
        }
    }

    /**
     * How alike the faces are, as {@link Comparison} has it.
     *
     * @param similarity mean z-score of the networks
     * @param threshold from which they match
     * @param falseMatchRate at the threshold, 0 to 1
     * @param reviewThreshold from which a human should look
     * @param reviewFalseMatchRate at that, 0 to 1
     * @param similarityFalseMatchRate what the similarity stands for: a false match rate, 0 to 1
     * @param clear whether both faces could be seen well enough to call them different
     * @param grade MATCH, INCONCLUSIVE or NO_MATCH
     * @param networks what each network said
     */
    record Compared(
            double similarity,
            double threshold,
            double falseMatchRate,
            double reviewThreshold,
            double reviewFalseMatchRate,
            EstimatedRate similarityFalseMatchRate,
            boolean clear,
            String grade,
            List<NetworkSimilarity> networks) {

        static Compared of(Comparison comparison) {
            return new Compared(
                    comparison.similarity(),
                    comparison.threshold(),
                    comparison.falseMatchRate(),
                    comparison.reviewThreshold(),
                    comparison.reviewFalseMatchRate(),
                    comparison.similarityFalseMatchRate(),
                    comparison.clear(),
                    comparison.grade().name(),
                    comparison.networks());
        }
    }

    /**
     * Where the time went, both pictures together.
     *
     * @param decode bytes to pixels
     * @param detect finding faces
     * @param landmarks finding the points of a face
     * @param quality measuring
     * @param embed aligning and comparing
     * @param presentationAttack looking for a picture of a picture
     * @param total all of it
     */
    record Milliseconds(
            double decode,
            double detect,
            double landmarks,
            double quality,
            double embed,
            double presentationAttack,
            double total) {

        static Milliseconds of(Timings timings) {
            return new Milliseconds(
                    milliseconds(timings.decode()),
                    milliseconds(timings.detect()),
                    milliseconds(timings.landmarks()),
                    milliseconds(timings.quality()),
                    milliseconds(timings.embed()),
                    milliseconds(timings.presentationAttack()),
                    milliseconds(timings.total()));
        }

        private static double milliseconds(Duration duration) {
            return duration.toNanos() / 10_000 / 100.0;
        }
    }

    static List<String> codes(List<Hint> hints) {
        return hints.stream().map(Hint::code).toList();
    }
}
