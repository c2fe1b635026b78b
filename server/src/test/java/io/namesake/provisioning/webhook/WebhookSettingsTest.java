package io.namesake.provisioning.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class WebhookSettingsTest {

    @Test
    void by_default_attempts_go_on_for_about_three_days() {
        var settings = new Binder(new MapConfigurationPropertySource())
                .bindOrCreate("namesake.webhooks", WebhookSettings.class);

        assertThat(settings.retryDelays().stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofHours(72), Duration.ofHours(73));
        assertThat(settings.retryDelays().getFirst()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.lease()).isGreaterThan(settings.requestTimeout());
    }
}
