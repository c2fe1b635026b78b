package io.namesake.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.namesake.NamesakeDemo;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Requests to every operation are counted; a registry drops those of addresses past its maximum, and says so once. */
@NamesakeDemo
class RequestMetricsTest {
    private static final String REQUESTS = "http.server.requests";

    @Autowired
    MeterRegistry meters;

    @Autowired
    Environment environment;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Test
    void the_requests_to_each_operation_are_counted() {
        var patterns = mapping.getHandlerMethods().keySet().stream()
                .flatMap(request -> request.getPatternValues().stream())
                .collect(Collectors.toSet());
        patterns.forEach(pattern -> meters.timer(
                REQUESTS,
                "error",
                "none",
                "exception",
                "none",
                "method",
                "GET",
                "outcome",
                "SUCCESS",
                "status",
                "200",
                "uri",
                pattern));

        assertThat(meters.find(REQUESTS).timers().stream()
                        .map(timer -> timer.getId().getTag("uri")))
                .containsAll(patterns);
        assertThat(patterns.size() * 3 / 2)
                .as("with room for static pages, errors and what is to come")
                .isLessThan(
                        environment.getRequiredProperty("management.metrics.web.server.max-uri-tags", Integer.class));
    }
}
