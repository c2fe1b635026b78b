package io.namesake.review.internal;

import io.namesake.access.ApplicantPrincipal;
import io.namesake.access.StaffPrincipal;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What people find: reviewers by pictures, agents in person. */
@RestController
@Tag(name = "Reviews")
class FindingController {
    private final Findings findings;
    private final Appointments appointments;
    private final Clock clock;

    FindingController(Findings findings, Appointments appointments, Clock clock) {
        this.findings = findings;
        this.appointments = appointments;
        this.clock = clock;
    }

    @Schema(name = "ReviewDecision")
    record Decided(@Nullable DecisionCode code) {}

    @Schema(name = "Appointment", description = "How an applicant finds the person who decides")
    record Appointment(
            @Schema(example = "K7QM-4TXA", description = "To be said to an agent in a shop of the provider")
            String code,

            @Schema(description = "ATTENDED: the applicant has to come. PICTURES: they may, and need not")
            CaseKind kind) {}

    @Schema(name = "AppointmentCode")
    record Said(
            @Schema(
                    example = "K7QM-4TXA",
                    description = "As the applicant says it; capitals, spaces and hyphens do not matter")
            @Nullable
            String code) {}

    @PostMapping("/v1/reviews/{id}/decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "decideReview",
            summary = "Say what was found",
            description =
                    "By a reviewer who works on the case, from its pictures; or by an agent who has the applicant before them"
                            + " (PERSON_DIFFERS, DOCUMENT_NOT_GENUINE, DOCUMENT_EXPIRED, DOCUMENT_IS_SPECIMEN,"
                            + " LINE_HELD_BY_ANOTHER). The answer does not say whether somebody else decides it, too, so that each"
                            + " finds independently. PICTURES_DO_NOT_TELL and SELFIE_NOT_LIVE refuse nobody: the applicant is asked to"
                            + " come. `line-taken` when the line is another verified person's: LINE_HELD_BY_ANOTHER is the code for that."
                            + " `line-limit-reached` when the person has as many lines as the rules allow: the case says so from then"
                            + " on, and whoever finds the same again allows one more.")
    void decide(@Parameter(hidden = true) StaffPrincipal staff, @PathVariable String id, @RequestBody Decided decided) {
        var code = decided.code();
        if (code == null) {
            throw new Problem(ProblemType.REQUEST_INVALID, "A code is needed.");
        }
        findings.decide(staff, id, code);
    }

    @PostMapping("/v1/reviews/by-code")
    @Operation(
            operationId = "meetApplicant",
            summary = "Open the case of the applicant who stands here",
            description =
                    "For agents, with the code from the applicant's page. The agent works on the case from now on, until the lock"
                            + " ends. Too many wrong codes stop an agent for a while.")
    CaseJson meet(@Parameter(hidden = true) StaffPrincipal staff, @RequestBody Said said) {
        var code = said.code();
        if (code == null) {
            throw new Problem(ProblemType.REQUEST_INVALID, "A code is needed.");
        }
        return CaseJson.of(appointments.meet(staff, code), staff, clock.instant());
    }

    @PostMapping("/v1/reviews/{id}/attestation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "attestPerson",
            summary = "Attest that the person here is the one in the document",
            description =
                    "By an agent who opened the case with the applicant's code. No picture is taken and no face is processed by"
                            + " machine. The line becomes ACTIVE in the name that was typed, once the policy's number of agents has"
                            + " attested the same. `line-limit-reached` when the person has as many lines as the rules allow: the case"
                            + " says so from then on, and whoever attests the same again allows one more.")
    void attest(
            @Parameter(hidden = true) StaffPrincipal staff,
            @PathVariable String id,
            @RequestBody AttestationJson attested) {
        findings.attest(staff, id, attested.attestation());
    }

    @GetMapping("/v1/applications/{id}/appointment")
    @Operation(
            operationId = "getAppointment",
            summary = "The applicant's code for an agent",
            description =
                    "While the application is in REVIEW. `appointment-unknown` when nothing waits for a person, which can be so for"
                            + " a moment after the wish for one.")
    Appointment appointment(@Parameter(hidden = true) ApplicantPrincipal applicant, @PathVariable String id) {
        var open = appointments.of(applicant, id);
        var code = open.code();
        if (code == null) {
            throw new IllegalStateException("The case of an applicant has a code");
        }
        return new Appointment(AppointmentCode.written(code), open.state().kind());
    }
}
