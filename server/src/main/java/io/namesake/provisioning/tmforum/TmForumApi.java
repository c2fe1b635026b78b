package io.namesake.provisioning.tmforum;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a controller whose operations are defined by TM Forum: their errors have the form of TMF630. */
@ApiResponse(
        responseCode = "default",
        description = "An error of TMF630; its code says which",
        content = @Content(schema = @Schema(implementation = TmForumErrors.Body.class)))
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface TmForumApi {
    /** Where all of them lie. */
    String ROOT = "/v1/tmf-api";

    /** The tag in the API's description. */
    String TAG = "TM Forum";

    /** What the tag is about. */
    String ABOUT =
            "Orders and inventory as TM Forum defines them: TMF641 4.1, TMF638 5.0, TMF637 5.0. Errors have the form of TMF630. What is"
                    + " there and what is not: docs/tmforum.md";
}
