package io.namesake.face;

import java.util.Objects;

/** The answer of {@link FaceVerifier#verify}: a comparison that explains itself, or why there is none. */
public sealed interface Verification {

    /**
     * Both pictures had one usable face, and the faces were compared.
     *
     * @param document what was measured of the face in the document
     * @param selfie what was measured of the face in the selfie
     * @param comparison how alike they are
     * @param presentationAttack whether the selfie looks like a picture of a picture
     * @param timings where the time went
     */
    record Compared(
            FaceReport document,
            FaceReport selfie,
            Comparison comparison,
            PresentationAttack presentationAttack,
            Timings timings)
            implements Verification {
        public Compared {
            Objects.requireNonNull(document, "document");
            Objects.requireNonNull(selfie, "selfie");
            Objects.requireNonNull(comparison, "comparison");
            Objects.requireNonNull(presentationAttack, "presentationAttack");
            Objects.requireNonNull(timings, "timings");
        }
    }

    /**
     * One picture could not be used, so nothing was compared. When neither can be used, the document is named.
     *
     * @param role which picture
     * @param assessment why, and what would help
     */
    record Unusable(Role role, Assessment.Unusable assessment) implements Verification {
        public Unusable {
            Objects.requireNonNull(role, "role");
            Objects.requireNonNull(assessment, "assessment");
        }

        /** Why the picture could not be used. */
        public UnusableReason reason() {
            return assessment.reason();
        }
    }
}
