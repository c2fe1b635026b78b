package io.namesake.exposure.internal;

import io.namesake.problem.Accident;
import io.namesake.problem.Problem;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

/** Answers the errors of CAMARA's operations in CAMARA's form. */
@RestControllerAdvice(annotations = CamaraApi.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class CamaraErrors {
    private static final Logger log = LoggerFactory.getLogger(CamaraErrors.class);

    @ExceptionHandler
    ResponseEntity<CamaraError.Body> refused(CamaraError error) {
        return answer(error);
    }

    @ExceptionHandler
    ResponseEntity<CamaraError.Body> unreadable(HttpMessageNotReadableException unreadable) {
        return Problem.within(unreadable)
                .map(this::problem)
                .orElseGet(() -> answer(CamaraError.invalid("The body is not the JSON that is described.")));
    }

    /** What the rest of the server says with problem details: above all, who calls. */
    @ExceptionHandler
    ResponseEntity<CamaraError.Body> problem(Problem problem) {
        var error = ofStatus(problem.type().status().value());
        var answer = ResponseEntity.status(error.status()).contentType(MediaType.APPLICATION_JSON);
        problem.retryAfter()
                .ifPresent(
                        wait -> answer.header(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, wait.toSeconds()))));
        return answer.body(error.body());
    }

    /** A query or a form that Tomcat cannot read. */
    @ExceptionHandler
    ResponseEntity<CamaraError.Body> parameters(InvalidParameterException unreadable) {
        return answer(CamaraError.invalid("The query is not well formed."));
    }

    @ExceptionHandler
    ResponseEntity<CamaraError.Body> unexpected(Exception accident) {
        if (accident instanceof ErrorResponse response) {
            return answer(ofStatus(response.getStatusCode().value()));
        }
        Accident.log(log, "A request to a CAMARA operation", accident);
        return answer(ofStatus(500));
    }

    private static CamaraError ofStatus(int value) {
        return switch (value) {
            case 401 ->
                new CamaraError(
                        HttpStatus.UNAUTHORIZED, "UNAUTHENTICATED", "A valid access token of an API client is needed.");
            case 403 -> CamaraError.permissionDenied();
            case 406 -> new CamaraError(HttpStatus.NOT_ACCEPTABLE, "NOT_ACCEPTABLE", "Accept application/json.");
            case 413 ->
                new CamaraError(
                        HttpStatus.CONTENT_TOO_LARGE, "INVALID_ARGUMENT", "The body is larger than any request.");
            case 415 ->
                new CamaraError(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "UNSUPPORTED_MEDIA_TYPE", "Send application/json.");
            case 429 -> CamaraError.tooManyRequests();
            case 503 -> new CamaraError(HttpStatus.SERVICE_UNAVAILABLE, "UNAVAILABLE", "Try again in a moment.");
            default ->
                value >= 400 && value < 500
                        ? CamaraError.invalid("The request is not as described.")
                        : new CamaraError(HttpStatus.INTERNAL_SERVER_ERROR, "INTERNAL", "Something went wrong here.");
        };
    }

    private static ResponseEntity<CamaraError.Body> answer(CamaraError error) {
        return ResponseEntity.status(error.status())
                .contentType(MediaType.APPLICATION_JSON)
                .body(error.body());
    }
}
