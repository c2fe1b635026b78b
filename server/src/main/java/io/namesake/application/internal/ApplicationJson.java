package io.namesake.application.internal;

import io.namesake.application.Purpose;
import io.namesake.decision.DocumentEvidence.Source;
import io.namesake.decision.Outcome;
import io.namesake.decision.ReasonText;
import io.namesake.document.Strength;
import io.namesake.language.Language;
import io.namesake.registry.EquipmentKind;
import io.namesake.registry.Service;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An application as the API shows it, to the operator and to the applicant: no name, no number of a document, no picture. */
@Schema(
        name = "Application",
        description = "One request for one line. It shows no names, no document numbers and no pictures.")
record ApplicationJson(
        UUID id,
        Purpose purpose,

        @Schema(description = "Null when the purpose is MY_LINES") @Nullable
        Service service,

        @Schema(example = "+8613800138000", description = "In its normal form; null when the purpose is MY_LINES")
        @Nullable
        String line,

        @Schema(description = "The SIM that the line is to get once this is verified; null for every other purpose")
        @Nullable
        Sim sim,

        @Schema(description = "The applicant's language") Language locale,
        State state,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Given consent,

        @Schema(description = "Null until it is received, and again when it is erased") @Nullable
        Shown document,

        @Schema(description = "Null until it is received, and again when it is erased") @Nullable
        Received selfie,

        Movements challenge,
        @Nullable Requested attendedCheck,

        @Schema(
                description =
                        "Whether the applicant may ask for a check by a person now: before the submission, and after a"
                                + " refusal that a person who looks can overcome")
        boolean mayAskForPerson,

        @Nullable Made decision) {

    /** A SIM, as far as whoever holds it can compare it. */
    @Schema(name = "AskedSim")
    record Sim(
            EquipmentKind kind,

            @Schema(description = "The last four digits", example = "4514")
            String ending) {}

    /** A consent. */
    @Schema(name = "ConsentGiven")
    record Given(
            String textVersion,
            Instant givenAt,

            @Schema(description = "Since when it counts no more; null while it does") @Nullable
            Instant withdrawnAt) {}

    /** A document that is here, in whatever way it came. */
    @Schema(name = "ReceivedDocument")
    record Shown(
            Instant receivedAt,
            FaceJson face,

            @Schema(description = "Where its fields come from")
            Source source,

            @Schema(description = "How far it was borne out; NONE when it was typed")
            Strength strength,

            @Schema(description = "Whether the applicant has confirmed the fields; what was typed is")
            boolean confirmed) {}

    /** A picture that is here, and what was measured of the face in it. */
    @Schema(name = "ReceivedPicture")
    record Received(Instant receivedAt, FaceJson face) {}

    /** Where the challenge stands. */
    @Schema(
            name = "ChallengeState",
            description = "Whether movements before the camera are asked for, and how it stands")
    record Movements(
            ChallengePolicy policy,

            @Schema(description = "Whether the selfie that is here came out of a challenge, passed or left to a person")
            boolean answered,

            @Schema(description = "Until when no further attempt is taken; null when one is taken now") @Nullable
            Instant pausedUntil) {}

    /** The wish for a check by a person. */
    @Schema(name = "AttendedCheck")
    record Requested(Instant requestedAt) {}

    /** The decision, with its reasons in the applicant's language. */
    @Schema(name = "Decision")
    record Made(
            Outcome outcome,
            @Schema(description = "Empty when verified") List<ReasonText> reasons,
            Instant decidedAt,

            @Schema(
                    description =
                            "When pictures and typed fields were erased; null while a review keeps them, or when there"
                                    + " were none")
            @Nullable
            Instant imagesErasedAt) {}
}
