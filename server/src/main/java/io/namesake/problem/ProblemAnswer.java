package io.namesake.problem;

import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** How a problem looks on the wire: RFC 9457 with {@code code} (the slug) and {@code nextStep} beside the standard members. */
final class ProblemAnswer {
    private static final ResourceBundle.Control ENGLISH_UNLESS_ASKED =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private ProblemAnswer() {}

    static ProblemDetail body(ProblemType type, @Nullable String detail, Locale locale) {
        var texts = ResourceBundle.getBundle("io.namesake.problem.problems", locale, ENGLISH_UNLESS_ASKED);
        var body = ProblemDetail.forStatus(type.status());
        body.setType(type.uri());
        body.setTitle(texts.getString(type.slug() + ".title"));
        body.setDetail(detail);
        body.setProperty("code", type.slug());
        body.setProperty("nextStep", texts.getString(type.slug() + ".nextStep"));
        return body;
    }

    static ResponseEntity<Object> of(Problem problem, Locale locale) {
        var headers = problem.headers();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return new ResponseEntity<>(
                body(problem.type(), problem.detail().orElse(null), locale),
                headers,
                problem.type().status());
    }
}
