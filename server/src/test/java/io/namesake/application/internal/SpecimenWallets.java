package io.namesake.application.internal;

import io.namesake.application.Pictures;
import io.namesake.document.Identity;
import io.namesake.document.Portrait;
import io.namesake.document.Sex;
import io.namesake.document.specimen.wallet.SpecimenAttributes;
import io.namesake.document.specimen.wallet.SpecimenIssuer;
import io.namesake.document.specimen.wallet.SpecimenValidity;
import io.namesake.document.trust.TrustedAuthority;
import io.namesake.document.wallet.CredentialKind.Attribute;
import io.namesake.reading.WalletAuthority;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** An issuer of nowhere, what its credentials say of a made-up person with a picture of person a, and a server that believes it and asks wallets. */
final class SpecimenWallets {
    static final SecureRandom RANDOM = new SecureRandom();
    static final SpecimenIssuer TRUSTED = SpecimenIssuer.make(Instant.now(), RANDOM);
    static final SpecimenIssuer UNTRUSTED = SpecimenIssuer.make(Instant.now(), RANDOM);
    static final SpecimenValidity VALID = SpecimenValidity.around(Instant.now());
    static final Map<String, String> FIELDS = Map.of(
            "familyName", "Müller",
            "givenNames", "Anna Maria",
            "documentNumber", "X12345678",
            "birthDate", "1990-05-17",
            "expiryDate", "2035-12-31");
    private static final Identity ANNA = new Identity(
            "DL",
            "UT",
            "X12345678",
            "Müller",
            "Anna Maria",
            "",
            Optional.of(LocalDate.of(1990, 5, 17)),
            Sex.UNSPECIFIED,
            Optional.of(LocalDate.of(2035, 12, 31)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    private SpecimenWallets() {}

    static Map<Attribute, Object> attributes() {
        return new EnumMap<>(SpecimenAttributes.of(ANNA, new Portrait(Portrait.Format.JPEG, Pictures.DOCUMENT_OF_A)));
    }

    /** Makes the server believe {@link #TRUSTED}, and ask wallets under the name of its public address. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Offered {
        @Bean
        WalletAuthority specimenWalletAuthority() {
            return new WalletAuthority(new TrustedAuthority(
                    TRUSTED.authority(), "a test", LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC)));
        }

        @Bean
        @Primary
        WalletConfiguration.Asker specimenAsker(Clock clock) {
            var settings = new WalletSettings(
                    null, null, WalletSettings.ClientId.X509_SAN_DNS, Duration.ofMinutes(5), Duration.ofMinutes(5));
            return new WalletConfiguration.Asker(Optional.of(
                    WalletConfiguration.selfSigned(settings, URI.create("https://namesake.example"), RANDOM, clock)));
        }
    }
}
