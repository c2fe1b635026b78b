package io.namesake.exposure.internal;

import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** In the API's description, CAMARA's operations answer errors in CAMARA's form ({@code ErrorInfo}), and with no problem details. */
@Configuration(proxyBeanMethods = false)
class CamaraDescription {
    private static final String ERROR = "CamaraError";

    @Bean
    OpenApiCustomizer errorsOfCamara() {
        return api -> {
            api.getComponents().addSchemas(ERROR, error());
            api.getPaths().forEach((path, item) -> {
                if (path.startsWith(KycMatchController.ROOT)) {
                    item.readOperations()
                            .forEach(operation -> operation.getResponses().addApiResponse("default", response()));
                }
            });
        };
    }

    private static ApiResponse response() {
        return new ApiResponse()
                .description("An error in CAMARA's form: its `code` says which")
                .content(new Content()
                        .addMediaType(
                                "application/json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + ERROR))));
    }

    private static Schema<?> error() {
        var error = new Schema<>();
        error.addType("object");
        error.description("CAMARA's ErrorInfo");
        error.addProperty("status", member("integer", "The HTTP status"));
        error.addProperty("code", member("string", "The same whatever the language, such as PERMISSION_DENIED"));
        error.addProperty("message", member("string", "For the engineer who reads it"));
        error.required(List.of("status", "code", "message"));
        return error;
    }

    private static Schema<Object> member(String type, String description) {
        var member = new Schema<>();
        member.addType(type);
        member.description(description);
        return member;
    }
}
