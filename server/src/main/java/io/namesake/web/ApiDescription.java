package io.namesake.web;

import io.namesake.access.ApplicantPrincipal;
import io.namesake.access.Caller;
import io.namesake.access.ClientPrincipal;
import io.namesake.access.HolderPrincipal;
import io.namesake.access.NetworkPrincipal;
import io.namesake.access.OperatorPrincipal;
import io.namesake.access.RequiresScope;
import io.namesake.access.StaffPrincipal;
import io.namesake.problem.ProblemType;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Contact;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;

/** What the API's description says beyond its single operations: who may call, and how errors look. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    private static final String OPERATOR = "operatorKey";
    private static final String APPLICANT = "captureSession";
    private static final String STAFF = "staffToken";
    private static final String SESSION = "staffSession";
    private static final String CLIENT = "apiClient";
    private static final String HOLDER = "holderSession";
    private static final String NETWORK = "radiusServerToken";
    /** An operation that names {@link Caller} itself is for these two, who both follow one application. */
    private static final List<String> BOTH_SIDES = List.of(OPERATOR, APPLICANT);

    private static final String PROBLEM = "Problem";

    @Bean
    OpenAPI api() {
        return new OpenAPI()
                .info(new Info()
                        .title("Namesake")
                        .version("v1")
                        .description(
                                "Lines that stand in the name of the person who really holds them. An operator starts an"
                                        + " application for a line and gives its capture link to the applicant, who consents, shows a"
                                        + " document and a face, and gets a decision. A verified line becomes ACTIVE.\n\n"
                                        + "Every error is a problem detail (RFC 9457) with a stable `type`. Times are ISO 8601 in UTC.")
                        .contact(new Contact().name("The developers of Namesake"))
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/").description("This server")))
                .tags(List.of(
                        new Tag().name("Applications").description("For operators: start applications and follow them"),
                        new Tag()
                                .name("Capture")
                                .description("The applicant's road, from the capture link to the decision"),
                        new Tag().name("Privacy").description("What is kept of anybody and for how long"),
                        new Tag().name("Transparency").description("Counts, never about a person")))
                .components(new Components()
                        .addSecuritySchemes(OPERATOR, bearer("An operator's API key: `nsk_<id>_<secret>`"))
                        .addSecuritySchemes(
                                APPLICANT,
                                bearer("A capture session, `nsc_<id>_<secret>`: the right to exactly one application"))
                        .addSecuritySchemes(
                                STAFF, bearer("One of an operator's people: `nst_<id>_<secret>`, with roles"))
                        .addSecuritySchemes(SESSION, cookie())
                        .addSecuritySchemes(
                                HOLDER,
                                bearer(
                                        "A person who was just verified: `nsh_<id>_<secret>`, for what stands in their own name"))
                        .addSecuritySchemes(CLIENT, accessToken())
                        .addSecuritySchemes(
                                NETWORK,
                                bearer("An operator's RADIUS server: `nsr_<id>_<secret>`, for questions about lines"))
                        .addSchemas(PROBLEM, problem()));
    }

    /** Reads who may call from the method's signature, as the interceptor does, so that the two cannot disagree. */
    @Bean
    OperationCustomizer callersAndProblems() {
        return (operation, method) -> {
            describeCallers(operation, method);
            if (operation.getResponses().containsKey("default")) {
                return operation; // an API that others define, with errors of its own form
            }
            operation
                    .getResponses()
                    .addApiResponse(
                            "default",
                            new ApiResponse()
                                    .description("A problem: its `code` says which")
                                    .content(new Content()
                                            .addMediaType(
                                                    "application/problem+json",
                                                    new MediaType()
                                                            .schema(new Schema<>()
                                                                    .$ref("#/components/schemas/" + PROBLEM)))));
            return operation;
        };
    }

    /** OpenAPI asks that each scope that an operation needs is listed where tokens come from. */
    @Bean
    OpenApiCustomizer scopesOfTokens() {
        return api -> {
            var scopes = new TreeMap<String, String>();
            api.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .filter(operation -> operation.getSecurity() != null)
                    .forEach(operation -> operation.getSecurity().stream()
                            .flatMap(needed -> needed.getOrDefault(CLIENT, List.of()).stream())
                            .forEach(scope -> scopes.merge(scope, operation.getSummary(), ApiDescription::both)));
            var listed = new Scopes();
            listed.putAll(scopes);
            api.getComponents()
                    .getSecuritySchemes()
                    .get(CLIENT)
                    .getFlows()
                    .getClientCredentials()
                    .setScopes(listed);
        };
    }

    private static String both(String said, String more) {
        return said.contains(more) ? said : said + "; " + more;
    }

    private static void describeCallers(Operation operation, HandlerMethod method) {
        var scopes = method.getMethodAnnotation(RequiresScope.class);
        if (scopes != null) {
            for (var scope : scopes.value()) {
                operation.addSecurityItem(new SecurityRequirement().addList(CLIENT, scope));
            }
        }
        Arrays.stream(method.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .filter(Caller.class::isAssignableFrom)
                .findFirst()
                .map(ApiDescription::schemes)
                .orElse(List.of())
                .forEach(scheme -> operation.addSecurityItem(new SecurityRequirement().addList(scheme)));
    }

    private static List<String> schemes(Class<?> caller) {
        if (caller == OperatorPrincipal.class) {
            return List.of(OPERATOR);
        }
        if (caller == StaffPrincipal.class) {
            return List.of(STAFF, SESSION);
        }
        if (caller == HolderPrincipal.class) {
            return List.of(HOLDER);
        }
        if (caller == ClientPrincipal.class) {
            return List.of(); // their scopes say it
        }
        if (caller == NetworkPrincipal.class) {
            return List.of(NETWORK);
        }
        return caller == ApplicantPrincipal.class ? List.of(APPLICANT) : BOTH_SIDES;
    }

    private static SecurityScheme accessToken() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.OAUTH2)
                .description("An API client's access token, which lives ten minutes")
                .flows(new OAuthFlows()
                        .clientCredentials(
                                new OAuthFlow().tokenUrl("/oauth2/token").scopes(new Scopes())));
    }

    private static SecurityScheme cookie() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.COOKIE)
                .name("__Host-namesake-staff")
                .description("A session of one of an operator's people; what changes something also needs the header"
                        + " `X-CSRF-Token`. By plain HTTP the cookie is called `namesake-staff`");
    }

    private static SecurityScheme bearer(String description) {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description(description);
    }

    private static Schema<?> problem() {
        Schema<Object> code = text("The same as the end of `type`");
        Arrays.stream(ProblemType.values()).map(ProblemType::slug).sorted().forEach(code::addEnumItemObject);
        Schema<Object> problem = new Schema<>();
        problem.addType("object");
        problem.description("RFC 9457 problem details");
        problem.addProperty("type", text("`/problems/<code>`, relative to this server"));
        problem.addProperty("title", text("What kind of problem it is, in the language of the Accept-Language header"));
        problem.addProperty("status", number());
        problem.addProperty("detail", text("What is wrong in this very request, where more can be said"));
        problem.addProperty("code", code);
        problem.addProperty("nextStep", text("What to do about it, in plain words"));
        problem.required(List.of("type", "title", "status", "code", "nextStep"));
        return problem;
    }

    private static Schema<Object> text(String description) {
        var schema = new Schema<>();
        schema.addType("string");
        schema.description(description);
        return schema;
    }

    private static Schema<Object> number() {
        var schema = new Schema<>();
        schema.addType("integer");
        schema.description("The HTTP status");
        return schema;
    }
}
