package io.namesake.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.namesake.FallsSilent;
import io.namesake.net.Exchange.Failure;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WholeExchangeTest {
    private static final Duration DEADLINE = Duration.ofSeconds(1);

    @Test
    void an_answer_whose_body_does_not_come_is_given_up_at_the_deadline_and_the_connection_closed() throws Exception {
        try (var silent = new FallsSilent();
                var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(silent.url()).build();
            assertThatThrownBy(() -> WholeExchange.send(http, request, BodyHandlers.ofByteArray(), DEADLINE))
                    .isInstanceOf(HttpTimeoutException.class);
            assertThat(silent.hungUp.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void json_that_does_not_come_is_a_timeout() throws Exception {
        try (var silent = new FallsSilent();
                var http = new BoundedHttp("Namesake-Test/1", DEADLINE, DEADLINE, 1024, null)) {
            assertThat(http.call("GET", silent.url(), Map.of(), null)).isEqualTo(new Exchange.Failed(Failure.TIMEOUT));
        }
    }
}
