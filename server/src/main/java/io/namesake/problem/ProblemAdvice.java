package io.namesake.problem;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
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

    /** A query or a form that Tomcat cannot read: no UTF-8, or more parameters than anybody has. */
    @ExceptionHandler
    ResponseEntity<Object> parameters(InvalidParameterException unreadable, WebRequest request) {
        return ProblemAnswer.of(
                new Problem(ProblemType.REQUEST_INVALID, "The query or the form is not well formed."),
                request.getLocale());
    }

    @ExceptionHandler
    ResponseEntity<Object> unexpected(Exception accident, HttpServletRequest call, WebRequest request) {
        Accident.log(log, "A " + call.getMethod() + " request", accident);
        return ProblemAnswer.of(new Problem(ProblemType.INTERNAL_ERROR), request.getLocale());
    }

    /** A body that cannot be read. */
    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var problem = Problem.within(unreadable)
                .orElseGet(
                        () -> new Problem(ProblemType.REQUEST_INVALID, "The body is not the JSON that is described."));
        return ProblemAnswer.of(problem, request.getLocale());
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
            Accident.log(log, "Spring MVC", error);
        }
        var answered = new HttpHeaders();
        answered.putAll(headers); // Allow, Accept
        answered.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return new ResponseEntity<>(ProblemAnswer.body(type, null, request.getLocale()), answered, type.status());
    }
}
