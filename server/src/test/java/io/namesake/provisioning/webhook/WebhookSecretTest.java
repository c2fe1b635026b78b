package io.namesake.provisioning.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class WebhookSecretTest {

    @Test
    void a_signature_is_the_one_that_the_reference_libraries_of_standard_webhooks_give() {
        var secret = WebhookSecret.of(Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

        var signature = secret.sign(
                "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8));

        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void a_secret_has_32_random_bytes_and_the_prefix_of_the_standard() {
        var one = WebhookSecret.random(new SecureRandom());
        var other = WebhookSecret.random(new SecureRandom());

        assertThat(one.serialised()).startsWith("whsec_").isNotEqualTo(other.serialised());
        assertThat(Base64.getDecoder().decode(one.serialised().substring("whsec_".length())))
                .hasSize(32)
                .isEqualTo(one.bytes());
    }

    @Test
    void a_secret_does_not_show_in_a_log() {
        var secret = WebhookSecret.random(new SecureRandom());

        assertThat(secret.toString())
                .doesNotContain(secret.serialised().substring("whsec_".length()))
                .isEqualTo("WebhookSecret[...]");
    }
}
