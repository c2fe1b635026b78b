package io.namesake.demo;

import io.namesake.access.CredentialScheme;
import io.namesake.access.OpenToAnyone;
import io.namesake.access.OperatorId;
import io.namesake.access.OperatorPrincipal;
import io.namesake.application.Applications;
import io.namesake.application.CreatedApplication;
import io.namesake.database.CurrentScope;
import io.namesake.database.Scope;
import io.namesake.document.specimen.SpecimenAuthority;
import io.namesake.language.Language;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.registry.LineIdentifier;
import io.namesake.registry.Service;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.SecureRandom;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The demo's own operations. Anybody may call them, so a server with real applicants must never have them. */
@RestController
@RequestMapping("/v1/demo")
@ConditionalOnProperty("namesake.demo")
@Tag(
        name = "Demo",
        description = "Only on a server that was started as a demo; anywhere else these addresses do not exist.")
class DemoController {
    private static final String PUBLIC = "a demo is open to whoever can reach it";
    private static final int MOST_ATTEMPTS = 10;

    private final Samples samples;
    private final Applications applications;
    private final SpecimenAuthority authority;
    private final DemoWallet wallet;
    private final SecureRandom random;
    private final DemoOperator operator;
    private final OperatorId operatorId;

    DemoController(
            Samples samples,
            Applications applications,
            SpecimenAuthority authority,
            DemoWallet wallet,
            SecureRandom random,
            List<CredentialScheme> schemes,
            @Value("${namesake.operator.name}") String name,
            @Value("${namesake.operator.api-key}") String apiKey) {
        this.samples = samples;
        this.applications = applications;
        this.authority = authority;
        this.wallet = wallet;
        this.random = random;
        this.operator = new DemoOperator(name, apiKey);
        // At the start nobody calls yet whose rows could be seen.
        this.operatorId = CurrentScope.call(
                        Scope.ofSystem("demo"),
                        () -> schemes.stream()
                                .flatMap(scheme -> scheme.callerOf(apiKey).stream())
                                .filter(OperatorPrincipal.class::isInstance)
                                .map(OperatorPrincipal.class::cast)
                                .findFirst())
                .orElseThrow(() -> new IllegalStateException("A demo needs NAMESAKE_OPERATOR_API_KEY"))
                .operatorId();
    }

    /** The operator of the demo, with its key in the open. */
    @Schema(name = "DemoOperator")
    record DemoOperator(String name, String apiKey) {

        @Override
        public String toString() {
            return "DemoOperator[" + name + "]";
        }
    }

    /** What a demo offers. */
    @Schema(name = "Demo")
    record Demo(DemoOperator operator, List<Samples.Sample> samples) {}

    /** A wish for a line, whichever. */
    @Schema(name = "NewDemoApplication")
    record Wanted(Service service, Language locale) {}

    @GetMapping
    @OpenToAnyone(because = PUBLIC)
    @Operation(operationId = "getDemo", summary = "The demo's operator and its made-up applicants")
    Demo demo() {
        return new Demo(operator, samples.all());
    }

    @PostMapping("/applications")
    @ResponseStatus(HttpStatus.CREATED)
    @OpenToAnyone(because = PUBLIC)
    @Operation(operationId = "createDemoApplication", summary = "Start an application for a made-up line")
    CreatedApplication create(@RequestBody Wanted wanted) {
        if (wanted.service() == null || wanted.locale() == null) {
            throw new Problem(ProblemType.REQUEST_INVALID, "service and locale are needed.");
        }
        for (int attempt = 1; attempt < MOST_ATTEMPTS; attempt++) {
            try {
                return applications.create(operatorId, madeUpLine(wanted.service()), wanted.locale());
            } catch (Problem taken) {
                if (taken.type() != ProblemType.LINE_TAKEN) {
                    throw taken;
                }
            }
        }
        return applications.create(operatorId, madeUpLine(wanted.service()), wanted.locale());
    }

    @GetMapping("/samples/{file}")
    @OpenToAnyone(because = PUBLIC)
    @Operation(operationId = "getDemoSample", summary = "A sample picture")
    @ApiResponse(
            responseCode = "200",
            description = "The picture",
            content =
                    @Content(
                            mediaType = MediaType.IMAGE_JPEG_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<ClassPathResource> sample(@PathVariable String file) {
        return samples.picture(file)
                .map(picture ->
                        ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG).body(picture))
                .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND));
    }

    @GetMapping(path = "/chips/{person}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @OpenToAnyone(because = PUBLIC)
    @Operation(operationId = "getDemoChip", summary = "The chip of a made-up passport")
    @ApiResponse(
            responseCode = "200",
            description = "Its files, as a zip",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    byte[] chip(@PathVariable String person) {
        var sample = samples.sample(person).orElseThrow(() -> new Problem(ProblemType.NOT_FOUND));
        var file = sample.documentUrl().substring(sample.documentUrl().lastIndexOf('/') + 1);
        return DemoChips.chip(authority, sample.fields(), samples.picture(file).orElseThrow());
    }

    /** A request to a wallet. */
    @Schema(name = "DemoWalletLink")
    record Link(String link) {}

    @PostMapping("/wallets/{person}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @OpenToAnyone(because = PUBLIC)
    @Operation(
            operationId = "answerWithDemoWallet",
            summary = "Let a made-up applicant's wallet answer a request of this server's")
    void answer(@PathVariable String person, @RequestBody Link asked) {
        if (asked.link() == null) {
            throw new Problem(ProblemType.REQUEST_INVALID, "link is needed.");
        }
        var sample = samples.sample(person).orElseThrow(() -> new Problem(ProblemType.NOT_FOUND));
        var file = sample.documentUrl().substring(sample.documentUrl().lastIndexOf('/') + 1);
        wallet.answer(
                asked.link(),
                DemoWallets.attributes(sample.fields(), samples.picture(file).orElseThrow()));
    }

    /** A number that is possible in its service and, with luck, free. */
    private LineIdentifier madeUpLine(Service service) {
        return switch (service) {
            case MOBILE -> LineIdentifier.parse(service, "+861380013%04d".formatted(random.nextInt(10_000)));
            case FIXED -> LineIdentifier.parse(service, "+8610%08d".formatted(60_000_000 + random.nextInt(9_999_999)));
            case INTERNET ->
                LineIdentifier.parse(service, "demo%06d@fibre.example".formatted(random.nextInt(1_000_000)));
        };
    }
}
