package io.namesake.demo;

import io.namesake.document.DocumentUnreadable;
import io.namesake.document.Identity;
import io.namesake.document.Portrait;
import io.namesake.document.Sex;
import io.namesake.document.specimen.ChipZip;
import io.namesake.document.specimen.SpecimenAuthority;
import io.namesake.document.specimen.SpecimenAuthority.Algorithm;
import io.namesake.document.specimen.SpecimenChip;
import io.namesake.document.trust.TrustedAuthority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

/**
 * Passports' chips of the made-up applicants, of a country that does not exist. Its authority lives as long as this process, and only
 * this process trusts it.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("namesake.demo")
class DemoChips {

    @Bean
    SpecimenAuthority demoAuthority(Clock clock, SecureRandom random) {
        return SpecimenAuthority.make(Algorithm.EC_NIST, clock.instant(), random);
    }

    @Bean
    TrustedAuthority trustedDemoAuthority(SpecimenAuthority authority, Clock clock) {
        return new TrustedAuthority(authority.certificate(), "made by this demo", LocalDate.now(clock));
    }

    /** The chip's files in a zip. */
    static byte[] chip(SpecimenAuthority authority, Samples.Fields fields, Resource portrait) {
        var identity = new Identity(
                "P",
                "UTO",
                fields.documentNumber(),
                fields.familyName().toUpperCase(Locale.ROOT),
                fields.givenNames().toUpperCase(Locale.ROOT),
                "UTO",
                Optional.of(fields.birthDate()),
                Sex.UNSPECIFIED,
                Optional.of(fields.expiryDate()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        try {
            return ChipZip.of(SpecimenChip.make(authority, identity, Portrait.of(portrait.getContentAsByteArray())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DocumentUnreadable unfit) {
            throw new IllegalStateException("A sample's picture fits on no chip", unfit);
        }
    }
}
