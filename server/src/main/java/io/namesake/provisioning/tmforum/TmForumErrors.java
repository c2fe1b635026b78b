package io.namesake.provisioning.tmforum;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.namesake.problem.Accident;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.swagger.v3.oas.annotations.media.Schema;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers the errors of TM Forum's operations in TMF630's form; the code is that of our own problems. */
@RestControllerAdvice(annotations = TmForumApi.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class TmForumErrors {
    private static final Logger log = LoggerFactory.getLogger(TmForumErrors.class);

    /**
     * TMF630's error.
     *
     * @param code a problem's code
     * @param reason for the engineer who reads it
     * @param message what is wrong in this very request
     * @param status of HTTP
     * @param referenceError where the problem is explained
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TmForumError")
    record Body(
            @Schema(example = "line-taken") String code,
            String reason,
            @Nullable String message,
            @Schema(example = "409") String status,
            String referenceError,
            @JsonProperty("@type") String type) {}

    @ExceptionHandler
    ResponseEntity<Body> problem(Problem problem) {
        return answer(problem.type(), problem.detail().orElse(null), problem.headers());
    }

    @ExceptionHandler
    ResponseEntity<Body> unreadable(HttpMessageNotReadableException unreadable) {
        return problem(Problem.within(unreadable)
                .orElseGet(
                        () -> new Problem(ProblemType.REQUEST_INVALID, "The body is not the JSON that is described.")));
    }

    /** A query or a form that Tomcat cannot read. */
    @ExceptionHandler
    ResponseEntity<Body> parameters(InvalidParameterException unreadable) {
        return answer(ProblemType.REQUEST_INVALID, "The query is not well formed.", HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<Body> unexpected(Exception accident) {
        if (accident instanceof ErrorResponse response) {
            return answer(ProblemType.ofStatus(response.getStatusCode().value()), null, HttpHeaders.EMPTY);
        }
        if (accident instanceof TypeMismatchException) {
            return answer(ProblemType.REQUEST_INVALID, "A part of the address is not of its kind.", HttpHeaders.EMPTY);
        }
        Accident.log(log, "A request to a TM Forum operation", accident);
        return answer(ProblemType.INTERNAL_ERROR, null, HttpHeaders.EMPTY);
    }

    private static ResponseEntity<Body> answer(ProblemType type, @Nullable String message, HttpHeaders headers) {
        HttpStatus status = type.status();
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_JSON)
                .body(new Body(
                        type.slug(),
                        type.slug().replace('-', ' '),
                        message,
                        String.valueOf(status.value()),
                        type.uri().toString(),
                        "Error"));
    }
}
