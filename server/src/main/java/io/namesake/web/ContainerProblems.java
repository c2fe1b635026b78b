package io.namesake.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Problem details for what Tomcat refuses before our application sees it: a broken request line, too long a header, a path
 * that climbs. Its own answer would be a page of HTML.
 */
@Component
class ContainerProblems implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ProblemValve()));
    }

    /** Writes the least that can be said: the request could not be read, so nothing in it is repeated. */
    static final class ProblemValve extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, Throwable thrown) {
            int status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            // A version of HTTP or a transfer coding that nobody has is not our fault.
            boolean theirs = status < 500
                    || status == HttpServletResponse.SC_NOT_IMPLEMENTED
                    || status == HttpServletResponse.SC_HTTP_VERSION_NOT_SUPPORTED;
            var body = """
                    {"code":"%1$s","nextStep":"%2$s","status":%3$d,"title":"%4$s","type":"/problems/%1$s"}""".formatted(
                            theirs ? "request-invalid" : "internal-error",
                            theirs ? "Correct the request and send it again." : "Try again later.",
                            status,
                            theirs ? "The request is not well formed" : "Something went wrong on our side");
            try {
                response.setContentType("application/problem+json");
                response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
                response.finishResponse();
            } catch (IOException | IllegalStateException gone) {
                // Whoever asked does not listen any more.
                container.getLogger().debug("An error could not be reported", gone);
            }
        }
    }
}
