package io.namesake.demo;

import io.namesake.document.DocumentUnreadable;
import io.namesake.document.Identity;
import io.namesake.document.Portrait;
import io.namesake.document.Sex;
import io.namesake.document.specimen.wallet.SpecimenAttributes;
import io.namesake.document.specimen.wallet.SpecimenIssuer;
import io.namesake.document.trust.TrustedAuthority;
import io.namesake.document.wallet.CredentialKind.Attribute;
import io.namesake.reading.WalletAuthority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

/** The issuer of the made-up applicants' credentials. It lives as long as this process, and only this process believes it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("namesake.demo")
class DemoWallets {

    @Bean
    SpecimenIssuer demoIssuer(Clock clock, SecureRandom random) {
        return SpecimenIssuer.make(clock.instant(), random);
    }

    @Bean
    WalletAuthority trustedDemoIssuer(SpecimenIssuer issuer, Clock clock) {
        return new WalletAuthority(new TrustedAuthority(issuer.authority(), "made by this demo", LocalDate.now(clock)));
    }

    /** What the credential of a made-up applicant says. */
    static Map<Attribute, Object> attributes(Samples.Fields fields, Resource portrait) {
        var identity = new Identity(
                "DL",
                "UT",
                fields.documentNumber(),
                fields.familyName(),
                fields.givenNames(),
                "",
                Optional.of(fields.birthDate()),
                Sex.UNSPECIFIED,
                Optional.of(fields.expiryDate()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        try {
            return SpecimenAttributes.of(identity, Portrait.of(portrait.getContentAsByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DocumentUnreadable unfit) {
            throw new IllegalStateException("A sample's picture fits in no credential", unfit);
        }
    }
}
