package io.namesake.provisioning.radius;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.namesake.access.NetworkPrincipal;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where an operator's RADIUS server asks whether a line may be on. The answer is in the words of FreeRADIUS's {@code rlm_rest}, so
 * that no other program stands between.
 */
@RestController
@Tag(name = RadiusServersController.TAG, description = RadiusServersController.ABOUT)
class AuthorizeController {
    private static final int LONGEST_LINE = 253;

    private final AccessPolicy policy;

    AuthorizeController(AccessPolicy policy) {
        this.policy = policy;
    }

    @PostMapping("/v1/radius/authorize")
    @Operation(
            operationId = "authorizeLine",
            summary = "Whether an internet line may be on",
            description =
                    "For RADIUS servers, after they have found out who asks. Every line that is not known is answered"
                            + " alike. Nothing is noted: not that it was asked, nor when.")
    @ApiResponse(
            responseCode = "200",
            description =
                    "Attributes for rlm_rest, by list and name: control:Namesake-Access is open, garden or closed,"
                            + " session-state: holds what the policy adds to the reply")
    Map<String, AttributeAnswer> authorize(
            @Parameter(hidden = true) NetworkPrincipal server, @RequestBody Question question) {
        var authorisation = policy.of(server.operatorId(), question.boundedLine());
        var answer = authorisation.answer();
        var attributes = new LinkedHashMap<String, AttributeAnswer>();
        attributes.put(
                "control:Namesake-Access",
                AttributeAnswer.of(List.of(answer.access().name().toLowerCase(Locale.ROOT))));
        if (answer.access() != Access.CLOSED) {
            // Sessions are kept under this name (RFC 2865, section 5.1), and found by it when the line changes.
            authorisation
                    .name()
                    .ifPresent(name -> attributes.put("session-state:User-Name", AttributeAnswer.of(List.of(name))));
        }
        answer.attributes()
                .forEach((name, values) -> attributes.put("session-state:" + name, AttributeAnswer.of(values)));
        return attributes;
    }

    @Schema(name = "AccessQuestion")
    record Question(
            @Schema(
                    description = "The line's network access identifier (RFC 7542), at most 253 characters",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "ada@isp.example")
            @Nullable
            String line) {

        String boundedLine() {
            if (line == null || line.length() > LONGEST_LINE) {
                throw new Problem(
                        ProblemType.REQUEST_INVALID, "The line must have at most " + LONGEST_LINE + " characters.");
            }
            return line;
        }

        /** Without the line, since records end up in logs. */
        @Override
        public String toString() {
            return "Question[...]";
        }
    }

    /** One attribute as rlm_rest reads it. The server never expands a value: it is data. */
    @Schema(name = "AccessAttribute")
    record AttributeAnswer(
            @Schema(description = "How it comes into the list", example = ":=")
            String op,

            @JsonProperty("do_xlat") @Schema(description = "Always false: values are data")
            boolean expanded,

            List<String> value) {

        static AttributeAnswer of(List<String> values) {
            // With := the last of several values would win.
            return new AttributeAnswer(values.size() == 1 ? ":=" : "+=", false, values);
        }
    }
}
