package io.namesake.remediation;

import io.namesake.NamesakeTest;
import io.namesake.remediation.internal.TestGateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A server whose deployment has a gateway for text messages; the tests of all classes share both. */
@NamesakeTest
abstract class WithGateway {
    static final String SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    static final TestGateway GATEWAY = start();

    private static TestGateway start() {
        try {
            return TestGateway.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @DynamicPropertySource
    static void gateway(DynamicPropertyRegistry settings) {
        settings.add("namesake.notices.gateway.url", GATEWAY::url);
        settings.add("namesake.notices.gateway.secret", () -> SECRET);
        // As long as a busy machine may need to answer; a gateway that says nothing costs as much.
        settings.add("namesake.notices.gateway.timeout", () -> "5s");
    }

    /** What arrived for one number, in order. */
    static List<TestGateway.Attempt> attempts(String number) {
        return GATEWAY.attempts().stream()
                .filter(attempt -> attempt.body().get("to").asString().equals(number))
                .toList();
    }
}
