package io.namesake.sandbox.internal;

import io.namesake.document.specimen.SpecimenAuthority;
import io.namesake.document.specimen.SpecimenAuthority.Algorithm;
import io.namesake.document.trust.TrustedAuthority;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a sandbox has beside every server: documents of a country that does not exist, and no doubt about what it is. */
@Configuration(proxyBeanMethods = false)
class SandboxConfiguration {
    private static final Logger log = LoggerFactory.getLogger(SandboxConfiguration.class);

    private static final Duration FUTURE = Duration.ofDays(5 * 365);

    /** On every server, so that whoever watches them need not take silence for an answer. */
    @Bean
    InfoContributor sandboxInfo(@Value("${" + SandboxDefaults.ENABLED + ":false}") boolean enabled) {
        return info -> info.withDetail("sandbox", Map.of("enabled", enabled));
    }

    /** Only in a sandbox. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(SandboxDefaults.ENABLED)
    static class Inside {

        @Bean
        ApplicationRunner sandboxWarning() {
            return arguments ->
                    log.warn("This is a sandbox: it looks at no face, verifies nobody, and plays the applicants"
                            + " whose document numbers begin with SBX");
        }

        /** Its authority's key is thrown away at once, and nobody but this process trusts it. */
        @Bean
        SandboxDocuments sandboxDocuments(Clock clock, SecureRandom random) {
            var now = clock.instant();
            return new SandboxDocuments(
                    SpecimenAuthority.make(Algorithm.EC_NIST, now, random),
                    SpecimenAuthority.make(Algorithm.EC_NIST, now, random),
                    SpecimenAuthority.make(Algorithm.EC_NIST, now.plus(FUTURE), random),
                    clock);
        }

        @Bean
        TrustedAuthority trustedSandboxAuthority(SandboxDocuments documents, Clock clock) {
            return new TrustedAuthority(documents.trusted(), "made by this sandbox", LocalDate.now(clock));
        }
    }
}
