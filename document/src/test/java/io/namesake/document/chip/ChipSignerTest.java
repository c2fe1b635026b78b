package io.namesake.document.chip;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.document.CheckKind;
import io.namesake.document.EvidenceCheck;
import io.namesake.document.EvidenceCheck.Result;
import io.namesake.document.IdentityEvidence;
import io.namesake.document.IdentityEvidence.Standing;
import io.namesake.document.specimen.KeptAuthority;
import io.namesake.document.specimen.SpecimenAuthority;
import io.namesake.document.support.Specimens;
import io.namesake.document.trust.TrustStore;
import io.namesake.document.trust.TrustedAuthority;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may have signed a chip. */
class ChipSignerTest {
    private static final Instant LONG_AGO = Specimens.NOW.minus(Duration.ofDays(3_000));

    private KeptAuthority country;

    @BeforeEach
    void found() throws Exception {
        country = KeptAuthority.of("C=UT,O=SPECIMEN not a real country,CN=SPECIMEN CSCA");
    }

    @Test
    void a_link_certificate_that_is_over_does_not_stand_before_a_valid_one_of_the_same_key() throws Exception {
        X509Certificate link = country.certificate(LONG_AGO, Specimens.NOW.minus(Duration.ofDays(100)));
        X509Certificate own = country.certificate();
        for (List<X509Certificate> trusted : List.of(List.of(link, own), List.of(own, link))) {
            IdentityEvidence evidence = read(country.signing(), trusted);
            assertThat(check(evidence, CheckKind.CHIP_SIGNER_VALIDITY).result()).isEqualTo(Result.PASSED);
            assertThat(evidence.standing()).isEqualTo(Standing.AUTHENTICATED);
        }
        assertThat(check(read(country.signing(), List.of(link)), CheckKind.CHIP_SIGNER_VALIDITY)
                        .result())
                .isEqualTo(Result.FAILED);
    }

    @Test
    void a_certificate_that_may_not_issue_does_not_stand_before_one_of_the_same_key_that_may() throws Exception {
        X509Certificate none = country.certificateOfNoAuthority();
        assertThat(read(country.signing(), List.of(none, country.certificate())).standing())
                .isEqualTo(Standing.AUTHENTICATED);
        assertThat(check(read(country.signing(), List.of(none)), CheckKind.CHIP_SIGNER_KEY_USAGE)
                        .result())
                .isEqualTo(Result.FAILED);
    }

    /** ICAO Doc 9303-12, 7.1: the purposes of master lists' and deviation lists' signers. */
    @ParameterizedTest
    @ValueSource(strings = {"2.23.136.1.1.3", "2.23.136.1.1.8", "1.0.18013.5.1.2"})
    void a_certificate_for_another_use_signs_no_documents(String purpose) throws Exception {
        KeyPurposeId use = KeyPurposeId.getInstance(new ASN1ObjectIdentifier(purpose));
        for (boolean critical : new boolean[] {true, false}) {
            SpecimenAuthority signer = country.signing(
                    new KeptAuthority.Extra(Extension.extendedKeyUsage, critical, new ExtendedKeyUsage(use)));
            IdentityEvidence evidence = read(signer, List.of(country.certificate()));
            assertThat(check(evidence, CheckKind.CHIP_SIGNER_KEY_USAGE).detail())
                    .contains("another use than documents");
            assertThat(evidence.standing()).isEqualTo(Standing.REFUSED);
        }
    }

    @Test
    void a_certificate_that_asks_for_what_is_not_understood_here_is_refused() throws Exception {
        ASN1ObjectIdentifier strange = new ASN1ObjectIdentifier("2.23.136.1.1.999");
        List<X509Certificate> trusted = List.of(country.certificate());
        IdentityEvidence critical =
                read(country.signing(new KeptAuthority.Extra(strange, true, DERNull.INSTANCE)), trusted);
        assertThat(check(critical, CheckKind.CHIP_SIGNER_KEY_USAGE).detail()).contains("2.23.136.1.1.999");
        assertThat(critical.standing()).isEqualTo(Standing.REFUSED);
        assertThat(read(country.signing(new KeptAuthority.Extra(strange, false, DERNull.INSTANCE)), trusted)
                        .standing())
                .isEqualTo(Standing.AUTHENTICATED);
    }

    @Test
    void an_authority_vouches_for_no_other_states_documents() throws Exception {
        KeptAuthority elsewhere = KeptAuthority.of("C=NL,O=Elsewhere,CN=CSCA");
        IdentityEvidence evidence = read(elsewhere.signing(), List.of(elsewhere.certificate()));
        EvidenceCheck signer = check(evidence, CheckKind.CHIP_SIGNER);
        assertThat(signer.result()).isEqualTo(Result.INCONCLUSIVE);
        assertThat(signer.seesSign()).isTrue();
        assertThat(signer.confidence()).hasValue(100);
        assertThat(signer.detail()).contains("of UTO").contains("of NL");
        assertThat(evidence.standing()).isEqualTo(Standing.READ);
    }

    @ParameterizedTest
    @CsvSource({
        "NLD, NL, true",
        "D, DE, true",
        "GBR, GB, true",
        "GBD, GB, true",
        "BMU, BM, true",
        "BMU, GB, true",
        "GBR, BM, false",
        "EUE, EU, true",
        "UNO, UN, true",
        "UNA, UN, true",
        "RKS, KS, true",
        "HKG, CN, true",
        "MAC, CN, true",
        "TWN, TW, true",
        "PSE, PS, true",
        "CHN, CN, true",
        "UTO, UT, true",
        "XOM, UT, false",
        "D, UT, false",
        "NLD, DE, false",
        "DE, DE, false"
    })
    void a_states_letters_in_a_zone_are_its_countrys_in_a_certificate(String zone, String country, boolean same)
            throws Exception {
        X509Certificate authority =
                KeptAuthority.of("C=" + country + ",CN=CSCA").certificate();
        assertThat(IssuingState.mayBeVouchedForBy(zone, trusted(authority))).isEqualTo(same);
    }

    @Test
    void a_certificate_without_a_country_vouches_for_nobody() throws Exception {
        X509Certificate authority = KeptAuthority.of("CN=CSCA").certificate();
        assertThat(IssuingState.mayBeVouchedForBy("NLD", trusted(authority))).isFalse();
    }

    @Test
    void an_organisation_without_two_letters_is_known_by_those_of_its_zone() throws Exception {
        GeneralNames names = new GeneralNames(new GeneralName(new X500Name("L=XOM")));
        X509Certificate authority = KeptAuthority.of("C=XO,CN=CSCA")
                .certificate(new KeptAuthority.Extra(Extension.subjectAlternativeName, false, names));
        assertThat(IssuingState.mayBeVouchedForBy("XOM", trusted(authority))).isTrue();
        assertThat(IssuingState.mayBeVouchedForBy("XPO", trusted(authority))).isFalse();
    }

    private static IdentityEvidence read(SpecimenAuthority signer, List<X509Certificate> trusted) throws Exception {
        return new ChipReader(trusting(trusted), List.of(), Profile.STRICT, Specimens.CLOCK)
                .read(Specimens.chip(Specimens.files(signer)));
    }

    private static TrustStore trusting(List<X509Certificate> certificates) {
        return TrustStore.of(certificates.stream().map(ChipSignerTest::trusted).toList());
    }

    private static TrustedAuthority trusted(X509Certificate certificate) {
        return new TrustedAuthority(certificate, "a test", LocalDate.of(2026, 11, 24));
    }

    private static EvidenceCheck check(IdentityEvidence evidence, CheckKind kind) {
        return evidence.checks().stream()
                .filter(check -> check.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
