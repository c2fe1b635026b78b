package io.namesake.sandbox.internal;

import io.namesake.access.OperatorPrincipal;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.sandbox.MagicNumber;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Hands a capture link to a made-up applicant instead of a person. On a demo the address exists for its description alone, and finds nothing. */
@RestController
@ConditionalOnExpression("${" + SandboxDefaults.ENABLED + ":false} or ${namesake.demo:false}")
@Tag(
        name = "Sandbox",
        description = "Only on a server that was started as a sandbox; anywhere else these addresses do not exist")
class SandboxController {
    private static final Pattern LINK = Pattern.compile("[^#\\s]{1,500}#([A-Za-z0-9_-]{16,200})");

    private final ObjectProvider<SandboxDocuments> documents;
    private final Environment environment;
    private final JsonMapper json;

    SandboxController(ObjectProvider<SandboxDocuments> documents, Environment environment, JsonMapper json) {
        this.documents = documents;
        this.environment = environment;
        this.json = json;
    }

    /** Who is to open which link. */
    @Schema(name = "NewSandboxApplicant")
    record Wanted(
            @Schema(
                    description = "The `captureLink.url` of an application that nobody has opened",
                    example = "https://lines.example.com/apply/0198c0de-0000-7000-8000-000000000001#Zk3...")
            @Nullable
            String captureLink,

            @Schema(
                    description = "What is played: one of the numbers of the documentation's list",
                    example = "SBX010001",
                    pattern = MagicNumber.FORM)
            @Nullable
            String documentNumber) {
        /** Without the link, which is a credential. */
        @Override
        public String toString() {
            return "NewSandboxApplicant[" + documentNumber + "]";
        }
    }

    /** How far the applicant went. */
    @Schema(name = "SandboxApplicant")
    record Played(
            UUID applicationId,

            @Schema(description = "The application's state then", example = "SUBMITTED")
            String state,

            @Schema(
                    description =
                            "The applicant's session, to go on as them: to ask for a check by a person, or, once verified,"
                                    + " for a look at their lines")
            String sessionToken) {
        /** Without the token. */
        @Override
        public String toString() {
            return "SandboxApplicant[" + applicationId + ", " + state + "]";
        }
    }

    @PostMapping("/v1/sandbox/applicants")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "playApplicant",
            summary = "Let a made-up applicant open a capture link",
            description =
                    "The applicant consents, shows a document with this number and a face, and submits, over this same API;"
                            + " what the number says is played, and the decision follows as for everybody. A problem that a real"
                            + " applicant would meet is answered as it is.")
    Played play(@Parameter(hidden = true) OperatorPrincipal operator, @RequestBody Wanted wanted) {
        var ours = documents.getIfAvailable();
        if (ours == null) {
            throw new Problem(ProblemType.NOT_FOUND);
        }
        if (wanted.captureLink() == null || wanted.documentNumber() == null) {
            throw new Problem(ProblemType.REQUEST_INVALID, "captureLink and documentNumber are needed.");
        }
        var link = LINK.matcher(wanted.captureLink());
        if (!link.matches()) {
            throw new Problem(ProblemType.CAPTURE_LINK_UNKNOWN);
        }
        var magic = MagicNumber.of(wanted.documentNumber())
                .orElseThrow(
                        () -> new Problem(
                                ProblemType.REQUEST_INVALID,
                                "documentNumber must be one of the sandbox's: SBX, two digits of the list, four letters or digits."));
        var calls = SandboxCalls.of(environment.getRequiredProperty("local.server.port", Integer.class), json);
        var opened = new SandboxApplicant(calls, ours, magic, wanted.documentNumber()).open(link.group(1));
        return new Played(opened.application(), opened.state(), opened.session());
    }
}
