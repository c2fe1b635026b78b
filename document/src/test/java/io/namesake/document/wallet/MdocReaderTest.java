package io.namesake.document.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.namesake.document.CheckKind;
import io.namesake.document.DocumentUnreadable;
import io.namesake.document.EvidenceCheck;
import io.namesake.document.EvidenceCheck.Result;
import io.namesake.document.IdentityEvidence;
import io.namesake.document.IdentityEvidence.Standing;
import io.namesake.document.Sex;
import io.namesake.document.Strength;
import io.namesake.document.specimen.wallet.SpecimenIssuer;
import io.namesake.document.specimen.wallet.SpecimenMdoc;
import io.namesake.document.specimen.wallet.SpecimenSdJwt;
import io.namesake.document.specimen.wallet.SpecimenValidity;
import io.namesake.document.support.Specimens;
import io.namesake.document.wallet.CredentialKind.Attribute;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MdocReaderTest {
    private static final byte[] SHOWN = Wallets.licence().present(Wallets.NEEDED, Wallets.TRANSCRIPT);

    @ParameterizedTest
    @EnumSource(names = {"DRIVING_LICENCE", "PERSON_MDOC"})
    void what_a_line_needs_is_read_of_each_kind(CredentialKind kind) throws Exception {
        SpecimenMdoc mdoc =
                SpecimenMdoc.issue(Wallets.ISSUER, kind, Wallets.attributes(), Wallets.VALID, Wallets.RANDOM);
        IdentityEvidence evidence = Wallets.read(mdoc.present(Wallets.NEEDED, Wallets.TRANSCRIPT));
        assertThat(evidence.missing()).isEmpty();
        assertThat(evidence.standing()).isEqualTo(Standing.AUTHENTICATED);
        assertThat(evidence.identity()).hasValueSatisfying(identity -> {
            assertThat(identity.surname()).isEqualTo("ERIKSSON");
            assertThat(identity.givenNames()).isEqualTo("ANNA MARIA");
            assertThat(identity.documentNumber()).isEqualTo("L898902C3");
            assertThat(identity.birthDate()).contains(LocalDate.of(1974, 8, 12));
            assertThat(identity.lastDay()).contains(LocalDate.of(2032, 4, 15));
            assertThat(identity.issuer()).isEqualTo("UT");
            assertThat(identity.sex()).isEqualTo(Sex.UNSPECIFIED);
        });
        assertThat(evidence.portraitPicture()).contains(Specimens.PORTRAIT.bytes());
        assertThat(evidence.checks())
                .filteredOn(check -> check.result() != Result.PASSED)
                .extracting(EvidenceCheck::kind)
                .containsExactly(CheckKind.CREDENTIAL_REVOCATION);
    }

    @Test
    void a_name_in_another_script_is_the_native_one() throws Exception {
        Map<Attribute, Object> greek = Wallets.attributes();
        greek.put(Attribute.FAMILY_NAME, "Παπαδόπουλος");
        greek.put(Attribute.GIVEN_NAMES, "Άννα");
        IdentityEvidence evidence = Wallets.read(
                SpecimenMdoc.issue(Wallets.ISSUER, CredentialKind.PERSON_MDOC, greek, Wallets.VALID, Wallets.RANDOM)
                        .present(Wallets.NEEDED, Wallets.TRANSCRIPT));
        assertThat(evidence.identity()).hasValueSatisfying(identity -> {
            assertThat(identity.surname()).isEmpty();
            assertThat(identity.nativeName()).contains("Παπαδόπουλος Άννα");
        });
    }

    @Test
    void attributes_that_were_not_shown_are_named_and_without_a_portrait_it_is_weak() throws Exception {
        Set<Attribute> few = EnumSet.of(Attribute.FAMILY_NAME, Attribute.GIVEN_NAMES);
        IdentityEvidence evidence = Wallets.read(Wallets.licence().present(few, Wallets.TRANSCRIPT));
        assertThat(evidence.missing())
                .containsExactly("birth_date", "document_number", "issuing_country", "expiry_date", "portrait");
        assertThat(evidence.strength()).isEqualTo(Strength.FAIR);
        assertThat(result(evidence, CheckKind.EXPIRY)).isEqualTo(Result.INCONCLUSIVE);
    }

    @Test
    void a_response_that_shows_nothing_says_nothing() throws Exception {
        IdentityEvidence evidence =
                Wallets.read(Wallets.licence().present(EnumSet.noneOf(Attribute.class), Wallets.TRANSCRIPT));
        assertThat(evidence.standing()).isEqualTo(Standing.READ);
        assertThat(evidence.strength()).isEqualTo(Strength.NONE);
    }

    @Test
    void a_signature_over_another_nonce_or_for_another_verifier_fails() throws Exception {
        for (SessionTranscript other : new SessionTranscript[] {
            Wallets.transcript("nonce-2", "x509_san_dns:namesake.example"),
            Wallets.transcript("nonce-1", "x509_san_dns:other.example"),
            SessionTranscript.ofOpenId4Vp(
                    "x509_san_dns:namesake.example",
                    "nonce-1",
                    Optional.of(new byte[32]),
                    "https://namesake.example/v1/wallet-responses/1")
        }) {
            IdentityEvidence evidence = Wallets.read(Wallets.licence().present(Wallets.NEEDED, other));
            assertThat(result(evidence, CheckKind.CREDENTIAL_HOLDER)).isEqualTo(Result.FAILED);
            assertThat(evidence.standing()).isEqualTo(Standing.REFUSED);
        }
    }

    @Test
    void without_the_conversation_nothing_shows_that_the_wallet_was_there() throws Exception {
        IdentityEvidence evidence =
                Wallets.mdocs(Wallets.trusting(Wallets.ISSUER)).read(SHOWN, Optional.empty(), Optional.empty());
        assertThat(result(evidence, CheckKind.CREDENTIAL_HOLDER)).isEqualTo(Result.NOT_RUN);
        assertThat(evidence.standing()).isEqualTo(Standing.READ);
    }

    @Test
    void a_code_is_checked_with_the_readers_key_and_with_no_other() throws Exception {
        KeyPair reader = keys();
        byte[] shown = Wallets.licence().presentWithCode(Wallets.NEEDED, Wallets.TRANSCRIPT, reader.getPublic());
        MdocReader mdocs = Wallets.mdocs(Wallets.trusting(Wallets.ISSUER));
        Optional<SessionTranscript> here = Optional.of(Wallets.TRANSCRIPT);
        assertThat(result(mdocs.read(shown, here, Optional.of(reader.getPrivate())), CheckKind.CREDENTIAL_HOLDER))
                .isEqualTo(Result.PASSED);
        assertThat(result(mdocs.read(shown, here, Optional.of(keys().getPrivate())), CheckKind.CREDENTIAL_HOLDER))
                .isEqualTo(Result.FAILED);
        assertThat(result(mdocs.read(shown, here, Optional.empty()), CheckKind.CREDENTIAL_HOLDER))
                .isEqualTo(Result.INCONCLUSIVE);
    }

    @Test
    void a_credential_that_is_over_or_not_valid_yet_fails() throws Exception {
        Duration day = Duration.ofDays(1);
        SpecimenValidity over =
                new SpecimenValidity(Specimens.NOW.minus(day.multipliedBy(2)), Specimens.NOW.minus(day), Specimens.NOW);
        SpecimenValidity early = new SpecimenValidity(
                Specimens.NOW.minus(day), Specimens.NOW.plus(day), Specimens.NOW.plus(day.multipliedBy(2)));
        SpecimenValidity beforeItsSigner = new SpecimenValidity(
                Specimens.NOW.minus(day.multipliedBy(60)), Specimens.NOW.minus(day), Specimens.NOW.plus(day));
        for (SpecimenValidity wrong : new SpecimenValidity[] {over, early, beforeItsSigner}) {
            IdentityEvidence evidence =
                    Wallets.read(Wallets.licence(wrong).present(Wallets.NEEDED, Wallets.TRANSCRIPT));
            assertThat(result(evidence, CheckKind.CREDENTIAL_VALIDITY)).isEqualTo(Result.FAILED);
        }
    }

    @Test
    void a_document_whose_last_day_is_over_says_so_though_its_credential_is_valid() throws Exception {
        Map<Attribute, Object> old = Wallets.attributes();
        old.put(Attribute.LAST_DAY, LocalDate.of(2026, 11, 1));
        IdentityEvidence evidence = Wallets.read(
                SpecimenMdoc.issue(Wallets.ISSUER, CredentialKind.DRIVING_LICENCE, old, Wallets.VALID, Wallets.RANDOM)
                        .present(Wallets.NEEDED, Wallets.TRANSCRIPT));
        assertThat(result(evidence, CheckKind.EXPIRY)).isEqualTo(Result.FAILED);
        assertThat(result(evidence, CheckKind.CREDENTIAL_VALIDITY)).isEqualTo(Result.PASSED);
    }

    @Test
    void an_issuer_that_nobody_knows_is_read_and_not_authenticated() throws Exception {
        IdentityEvidence evidence =
                Wallets.mdocs(WalletTrust.nobody()).read(SHOWN, Optional.of(Wallets.TRANSCRIPT), Optional.empty());
        assertThat(evidence.standing()).isEqualTo(Standing.READ);
        assertThat(result(evidence, CheckKind.CREDENTIAL_ISSUER)).isEqualTo(Result.INCONCLUSIVE);
    }

    @Test
    void an_issuer_whose_certificate_was_revoked_is_refused() throws Exception {
        WalletTrust trust = Wallets.trusting(Wallets.ISSUER, Wallets.ISSUER.revocation());
        IdentityEvidence evidence = Wallets.mdocs(trust).read(SHOWN, Optional.of(Wallets.TRANSCRIPT), Optional.empty());
        assertThat(result(evidence, CheckKind.CREDENTIAL_REVOCATION)).isEqualTo(Result.FAILED);
    }

    @Test
    void a_list_of_somebody_else_revokes_nothing() throws Exception {
        SpecimenIssuer other = SpecimenIssuer.make(Specimens.NOW, Wallets.RANDOM);
        IdentityEvidence evidence = Wallets.mdocs(Wallets.trusting(Wallets.ISSUER, other.revocation()))
                .read(SHOWN, Optional.of(Wallets.TRANSCRIPT), Optional.empty());
        assertThat(result(evidence, CheckKind.CREDENTIAL_REVOCATION)).isEqualTo(Result.NOT_RUN);
    }

    @Test
    void an_issuer_may_sign_on_a_brainpool_curve() throws Exception {
        SpecimenIssuer issuer = SpecimenIssuer.make("brainpoolP256r1", Specimens.NOW, Wallets.RANDOM);
        byte[] shown = SpecimenMdoc.issue(
                        issuer, CredentialKind.PERSON_MDOC, Wallets.attributes(), Wallets.VALID, Wallets.RANDOM)
                .present(Wallets.NEEDED, Wallets.TRANSCRIPT);
        assertThat(Wallets.mdocs(Wallets.trusting(issuer))
                        .read(shown, Optional.of(Wallets.TRANSCRIPT), Optional.empty())
                        .standing())
                .isEqualTo(Standing.AUTHENTICATED);
    }

    @Test
    void an_issuer_cannot_make_others_issuers() throws Exception {
        SpecimenIssuer usurper = Wallets.ISSUER.usurper(Specimens.NOW, Wallets.RANDOM);
        IdentityEvidence mdoc = Wallets.read(SpecimenMdoc.issue(
                        usurper, CredentialKind.DRIVING_LICENCE, Wallets.attributes(), Wallets.VALID, Wallets.RANDOM)
                .present(Wallets.NEEDED, Wallets.TRANSCRIPT));
        IdentityEvidence sdJwt =
                Wallets.read(SpecimenSdJwt.issue(usurper, Wallets.attributes(), Wallets.VALID, Wallets.RANDOM)
                        .present(Wallets.NEEDED, Wallets.ASKED, Specimens.NOW));
        for (IdentityEvidence evidence : new IdentityEvidence[] {mdoc, sdJwt}) {
            assertThat(result(evidence, CheckKind.CREDENTIAL_SIGNATURE)).isEqualTo(Result.PASSED);
            assertThat(result(evidence, CheckKind.CREDENTIAL_ISSUER)).isEqualTo(Result.INCONCLUSIVE);
            assertThat(evidence.standing()).isEqualTo(Standing.READ);
        }
    }

    @Test
    void an_authority_of_one_country_vouches_for_no_document_of_another() throws Exception {
        Map<Attribute, Object> elsewhere = Wallets.attributes();
        elsewhere.put(Attribute.ISSUING_STATE, "NL");
        IdentityEvidence evidence = Wallets.read(SpecimenMdoc.issue(
                        Wallets.ISSUER, CredentialKind.DRIVING_LICENCE, elsewhere, Wallets.VALID, Wallets.RANDOM)
                .present(Wallets.NEEDED, Wallets.TRANSCRIPT));
        assertThat(result(evidence, CheckKind.CREDENTIAL_ISSUER)).isEqualTo(Result.FAILED);
    }

    @Test
    void a_kind_that_is_not_read_is_refused_in_words() {
        byte[] other = new String(SHOWN, StandardCharsets.ISO_8859_1)
                .replace("org.iso.18013.5.1.mDL", "org.iso.18013.5.1.mVC")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> Wallets.read(other))
                .isInstanceOf(DocumentUnreadable.class)
                .hasMessageContaining("kinds of credential");
    }

    @Test
    void an_attribute_that_is_there_twice_is_refused() {
        // The list of attributes grows by one; what stands in it already is what an attacker can repeat.
        byte[] twice = MdocBytes.withFirstAttributeTwice(SHOWN);
        assertThatThrownBy(() -> Wallets.read(twice))
                .isInstanceOf(DocumentUnreadable.class)
                .hasMessageContaining("twice");
    }

    @Test
    void no_byte_that_the_issuer_signed_can_be_changed() throws Exception {
        assertThat(Wallets.read(SHOWN).standing()).isEqualTo(Standing.AUTHENTICATED);
        int from = MdocBytes.indexOf(SHOWN, "issuerSigned");
        int to = MdocBytes.indexOf(SHOWN, "deviceSigned");
        for (int i = from; i < to; i++) {
            byte[] changed = SHOWN.clone();
            changed[i] ^= (byte) (1 << i % 8);
            try {
                assertThat(Wallets.read(changed).standing()).as("byte " + i).isNotEqualTo(Standing.AUTHENTICATED);
            } catch (DocumentUnreadable refused) {
                assertThat(refused).hasMessageMatching(".+");
            }
        }
    }

    static Result result(IdentityEvidence evidence, CheckKind kind) {
        return evidence.checks().stream()
                .filter(check -> check.kind() == kind)
                .findFirst()
                .orElseThrow()
                .result();
    }

    private static KeyPair keys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", io.namesake.document.trust.Crypto.PROVIDER);
        generator.initialize(new ECGenParameterSpec("P-256"));
        return generator.generateKeyPair();
    }
}
