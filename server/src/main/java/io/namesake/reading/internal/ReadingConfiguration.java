package io.namesake.reading.internal;

import io.namesake.document.chip.ChipReader;
import io.namesake.document.chip.Profile;
import io.namesake.document.trust.TrustedAuthority;
import io.namesake.reading.DocumentReadings;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The readers, with whom they believe. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReadingSettings.class)
class ReadingConfiguration {

    @Bean
    DocumentReadings documentReadings(
            ReadingSettings settings,
            @Value("${namesake.data-dir}") Path data,
            ObjectProvider<TrustedAuthority> more,
            Clock clock) {
        var trust =
                Trust.read(settings, data.resolve("trust.json"), more.stream().toList());
        var profile = settings.relaxed() ? Profile.RELAXED : Profile.STRICT;
        return new TrustingReadings(new ChipReader(trust.store(), trust.revocations(), profile, clock));
    }
}
