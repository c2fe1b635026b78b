package io.namesake.problem;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers every error as problem details: our own, Spring's, and the unexpected, of which the caller learns nothing. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<Object> problem(Problem problem, WebRequest request) {
        return ProblemAnswer.of(problem, request.getLocale());
    }

    /** A body that is no multipart at all, or breaks off in the middle. */
    @ExceptionHandler
    ResponseEntity<Object> multipart(MultipartException broken, WebRequest request) {
        return ProblemAnswer.of(
                new Problem(ProblemType.REQUEST_INVALID, "The multipart body is missing or broken."),
                request.getLocale());
    }

    @ExceptionHandler
    ResponseEntity<Object> unexpected(Exception accident, HttpServletRequest call, WebRequest request) {
        // The class and where it was thrown, and no message: messages repeat input, and input is personal.
        log.error("Unexpected {} at {} {}", accident.getClass().getName(), call.getMethod(), where(accident));
        return ProblemAnswer.of(new Problem(ProblemType.INTERNAL_ERROR), request.getLocale());
    }

    @Override
    protected ResponseEntity<Object> handleMaxUploadSizeExceededException(
            MaxUploadSizeExceededException tooLarge, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return ProblemAnswer.of(new Problem(ProblemType.IMAGE_TOO_LARGE), request.getLocale());
    }

    /** All that Spring MVC finds wrong by itself: routes, methods, media types, bodies, parameters. */
    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception error, Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var type = ProblemType.ofStatus(status.value());
        if (type == ProblemType.INTERNAL_ERROR) {
            log.error("Spring MVC failed with {} at {}", error.getClass().getName(), where(error));
        }
        var answered = new HttpHeaders();
        answered.putAll(headers); // Allow, Accept
        answered.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return new ResponseEntity<>(ProblemAnswer.body(type, null, request.getLocale()), answered, type.status());
    }

    private static String where(Throwable accident) {
        var trace = accident.getStackTrace();
        for (var frame : trace) {
            if (frame.getClassName().startsWith("io.namesake")) {
                return frame.toString();
            }
        }
        return trace.length == 0 ? "an unknown place" : trace[0].toString();
    }
}
