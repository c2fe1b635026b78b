package io.namesake.document.wallet;

import io.namesake.document.IdentityEvidence;
import io.namesake.document.specimen.wallet.SpecimenAttributes;
import io.namesake.document.specimen.wallet.SpecimenIssuer;
import io.namesake.document.specimen.wallet.SpecimenMdoc;
import io.namesake.document.specimen.wallet.SpecimenSdJwt;
import io.namesake.document.specimen.wallet.SpecimenValidity;
import io.namesake.document.support.Specimens;
import io.namesake.document.trust.TrustStore;
import io.namesake.document.trust.TrustedAuthority;
import io.namesake.document.wallet.CredentialKind.Attribute;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Wallets of nowhere, and what they are asked. */
public final class Wallets {
    public static final SecureRandom RANDOM = new SecureRandom();
    public static final SpecimenIssuer ISSUER = SpecimenIssuer.make(Specimens.NOW, RANDOM);
    public static final SpecimenValidity VALID = SpecimenValidity.around(Specimens.NOW);
    public static final Set<Attribute> NEEDED = EnumSet.allOf(Attribute.class).stream()
            .filter(Attribute::isNeeded)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Attribute.class)));
    public static final SessionTranscript TRANSCRIPT = transcript("nonce-1", "x509_san_dns:namesake.example");
    public static final KeyBinding ASKED = new KeyBinding("nonce-1", "x509_san_dns:namesake.example");

    private Wallets() {}

    public static Map<Attribute, Object> attributes() {
        return new EnumMap<>(SpecimenAttributes.of(Specimens.ANNA, Specimens.PORTRAIT));
    }

    public static SpecimenMdoc licence() {
        return licence(VALID);
    }

    static SpecimenMdoc licence(SpecimenValidity validity) {
        return SpecimenMdoc.issue(ISSUER, CredentialKind.DRIVING_LICENCE, attributes(), validity, RANDOM);
    }

    public static SpecimenSdJwt card() {
        return SpecimenSdJwt.issue(ISSUER, attributes(), VALID, RANDOM);
    }

    public static SessionTranscript transcript(String nonce, String client) {
        return SessionTranscript.ofOpenId4Vp(
                client, nonce, Optional.empty(), "https://namesake.example/v1/wallet-responses/1");
    }

    public static WalletTrust trusting(SpecimenIssuer issuer, X509CRL... revocations) {
        return new WalletTrust(
                TrustStore.of(List.of(new TrustedAuthority(
                        issuer.authority(), "a test", LocalDate.ofInstant(Specimens.NOW, ZoneOffset.UTC)))),
                List.of(revocations),
                Map.of());
    }

    static IdentityEvidence read(byte[] response) throws Exception {
        return mdocs(trusting(ISSUER)).read(response, Optional.of(TRANSCRIPT), Optional.empty());
    }

    static IdentityEvidence read(String presentation) throws Exception {
        return sdJwts(trusting(ISSUER)).read(presentation, Optional.of(ASKED));
    }

    public static MdocReader mdocs(WalletTrust trust) {
        return new MdocReader(trust, Specimens.CLOCK);
    }

    public static SdJwtReader sdJwts(WalletTrust trust) {
        return new SdJwtReader(trust, Specimens.CLOCK);
    }
}
