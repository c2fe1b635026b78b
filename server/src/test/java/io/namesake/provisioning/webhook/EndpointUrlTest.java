package io.namesake.provisioning.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://switch.example.net/namesake",
                "HTTP://localhost:8081",
                "http://10.0.0.7:65535/a?b=c&d=%20",
                "https://[2001:db8::1]/hook"
            })
    void an_absolute_web_address_is_kept_as_it_is(String url) {
        assertThat(EndpointUrl.parse(url)).hasToString(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "switch.example.net",
                "/namesake",
                "https:",
                "https://",
                "https:///path",
                "https:switch.example.net",
                "ftp://switch.example.net",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "https://user:password@switch.example.net",
                "https://user@switch.example.net",
                "https://switch.example.net:0",
                "https://switch.example.net:65536",
                "https://switch.example.net/#part",
                "https://switch.example.net/a b",
                "https://switch.example.net/\r\nX-Injected: 1",
                "https://\u5bbd\u5e26.example/"
            })
    void anything_else_is_refused(String url) {
        assertInvalid(url);
    }

    @Test
    void an_address_is_at_most_2048_characters_long() {
        var start = "https://switch.example.net/";
        assertThat(EndpointUrl.parse(start + "a".repeat(2048 - start.length())).toString())
                .hasSize(2048);
        assertInvalid(start + "a".repeat(2049 - start.length()));
    }

    private static void assertInvalid(String url) {
        assertThatThrownBy(() -> EndpointUrl.parse(url)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.type()).isEqualTo(ProblemType.WEBHOOK_ENDPOINT_INVALID);
            assertThat(problem.detail()).isPresent();
        });
    }
}
