package io.namesake.document.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.authlete.sd.Disclosure;
import com.authlete.sd.SDJWT;
import com.nimbusds.jose.jwk.JWKSet;
import io.namesake.document.CheckKind;
import io.namesake.document.DocumentUnreadable;
import io.namesake.document.EvidenceCheck.Result;
import io.namesake.document.IdentityEvidence;
import io.namesake.document.IdentityEvidence.Standing;
import io.namesake.document.Strength;
import io.namesake.document.specimen.wallet.SpecimenSdJwt;
import io.namesake.document.specimen.wallet.SpecimenValidity;
import io.namesake.document.support.Specimens;
import io.namesake.document.trust.TrustStore;
import io.namesake.document.wallet.CredentialKind.Attribute;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class SdJwtReaderTest {
    private static final SpecimenSdJwt CARD = Wallets.card();
    private static final String SHOWN = CARD.present(Wallets.NEEDED, Wallets.ASKED, Specimens.NOW);

    @Test
    void what_a_line_needs_is_read() throws Exception {
        IdentityEvidence evidence = Wallets.read(SHOWN);
        assertThat(evidence.missing()).isEmpty();
        assertThat(evidence.standing()).isEqualTo(Standing.AUTHENTICATED);
        assertThat(evidence.strength()).isEqualTo(Strength.STRONG);
        assertThat(evidence.identity()).hasValueSatisfying(identity -> {
            assertThat(identity.surname()).isEqualTo("ERIKSSON");
            assertThat(identity.documentNumber()).isEqualTo("L898902C3");
            assertThat(identity.birthDate()).contains(LocalDate.of(1974, 8, 12));
            assertThat(identity.lastDay()).contains(LocalDate.of(2032, 4, 15));
        });
        assertThat(evidence.portraitPicture()).contains(Specimens.PORTRAIT.bytes());
    }

    @Test
    void attributes_that_were_not_disclosed_are_named() throws Exception {
        IdentityEvidence evidence =
                Wallets.read(CARD.present(EnumSet.of(Attribute.FAMILY_NAME), Wallets.ASKED, Specimens.NOW));
        assertThat(evidence.missing())
                .containsExactly(
                        "given_name", "birthdate", "document_number", "issuing_country", "date_of_expiry", "picture");
        assertThat(evidence.strength()).isEqualTo(Strength.FAIR);
    }

    @Test
    void a_proof_for_another_nonce_or_another_verifier_or_of_another_time_fails() throws Exception {
        Instant now = Specimens.NOW;
        for (String wrong : List.of(
                CARD.present(Wallets.NEEDED, new KeyBinding("nonce-2", Wallets.ASKED.audience()), now),
                CARD.present(Wallets.NEEDED, new KeyBinding("nonce-1", "x509_san_dns:other.example"), now),
                CARD.present(Wallets.NEEDED, Wallets.ASKED, now.minus(Duration.ofHours(1))),
                CARD.present(Wallets.NEEDED, Wallets.ASKED, now.plus(Duration.ofHours(1))),
                // No proof at all.
                SHOWN.substring(0, SHOWN.lastIndexOf('~') + 1),
                // Another wallet's proof over this credential.
                Wallets.card().proven(SHOWN.substring(0, SHOWN.lastIndexOf('~') + 1), Wallets.ASKED, now))) {
            IdentityEvidence evidence = Wallets.read(wrong);
            assertThat(result(evidence, CheckKind.CREDENTIAL_HOLDER)).isEqualTo(Result.FAILED);
            assertThat(evidence.standing()).isEqualTo(Standing.REFUSED);
        }
    }

    @Test
    void a_proof_about_other_attributes_than_were_shown_fails() throws Exception {
        SDJWT whole = SDJWT.parse(SHOWN);
        String fewer = new SDJWT(
                        whole.getCredentialJwt(), whole.getDisclosures().subList(0, 2), whole.getBindingJwt())
                .toString();
        assertThat(result(Wallets.read(fewer), CheckKind.CREDENTIAL_HOLDER)).isEqualTo(Result.FAILED);
    }

    @Test
    void without_the_request_nothing_shows_that_the_wallet_was_there() throws Exception {
        IdentityEvidence evidence =
                Wallets.sdJwts(Wallets.trusting(Wallets.ISSUER)).read(SHOWN, Optional.empty());
        assertThat(result(evidence, CheckKind.CREDENTIAL_HOLDER)).isEqualTo(Result.NOT_RUN);
        assertThat(evidence.standing()).isEqualTo(Standing.READ);
    }

    @Test
    void a_credential_that_is_over_or_not_valid_yet_fails() throws Exception {
        Instant now = Specimens.NOW;
        Duration day = Duration.ofDays(1);
        for (SpecimenValidity wrong : List.of(
                new SpecimenValidity(now.minus(day), now.minus(day), now),
                new SpecimenValidity(now.minus(day), now.plus(day), now.plus(day)),
                new SpecimenValidity(now.plus(day), now.minus(day), now.plus(day)))) {
            SpecimenSdJwt card = SpecimenSdJwt.issue(Wallets.ISSUER, Wallets.attributes(), wrong, Wallets.RANDOM);
            IdentityEvidence evidence = Wallets.read(card.present(Wallets.NEEDED, Wallets.ASKED, now));
            assertThat(result(evidence, CheckKind.CREDENTIAL_VALIDITY)).isEqualTo(Result.FAILED);
        }
    }

    @Test
    void a_disclosure_that_is_there_twice_or_that_nobody_signed_is_refused() {
        SDJWT whole = SDJWT.parse(SHOWN);
        List<Disclosure> twice = new ArrayList<>(whole.getDisclosures());
        twice.add(twice.getFirst());
        assertUnreadable(new SDJWT(whole.getCredentialJwt(), twice).toString(), "twice");
        List<Disclosure> more = new ArrayList<>(whole.getDisclosures());
        more.add(new Disclosure("nationality", "UT"));
        assertUnreadable(new SDJWT(whole.getCredentialJwt(), more).toString(), "none that the issuer signed");
    }

    @Test
    void a_claim_that_is_said_in_the_open_and_disclosed_is_refused() {
        assertUnreadable(
                changed(payload -> {
                    payload.put("family_name", "ANDERSON");
                    return payload;
                }),
                "not its to say");
    }

    @Test
    void who_signed_and_until_when_is_never_disclosed() {
        Disclosure bound = new Disclosure("exp", 4_000_000_000L);
        SpecimenSdJwt card =
                SpecimenSdJwt.issue(Wallets.ISSUER, Wallets.attributes(), Wallets.VALID, Wallets.RANDOM, payload -> {
                    payload.remove("exp");
                    payload.put("_sd", List.of(bound.digest()));
                    return payload;
                });
        String jwt = SDJWT.parse(card.present(Wallets.NEEDED, Wallets.ASKED, Specimens.NOW))
                .getCredentialJwt();
        assertUnreadable(new SDJWT(jwt, List.of(bound)).toString(), "not its to say");
    }

    @Test
    void disclosures_that_name_each_other_twice_do_not_grow() {
        // Each holds the one before it twice: sixty of them would outgrow any memory, ten are enough to be noticed.
        List<Disclosure> chain = new ArrayList<>();
        chain.add(new Disclosure("salt", "deep", "x"));
        for (int i = 0; i < 10; i++) {
            String digest = chain.getLast().digest();
            chain.add(new Disclosure(
                    "salt", "deep", Map.of("a", Map.of("_sd", List.of(digest)), "b", Map.of("_sd", List.of(digest)))));
        }
        String bomb = changed(payload -> {
            payload.put("_sd", List.of(chain.getLast().digest()));
            return payload;
        });
        String jwt = SDJWT.parse(bomb).getCredentialJwt();
        assertUnreadable(new SDJWT(jwt, chain).toString(), "twice");
    }

    @Test
    void another_kind_or_another_hash_is_refused_in_words() {
        assertUnreadable(changed(with("vct", "https://example.com/loyalty")), "kinds of credential");
        assertUnreadable(changed(with("_sd_alg", "md5")), "hash function");
        assertUnreadable(Wallets.ISSUER.sign(Map.of("vct", "urn:eudi:pid:1"), "JWT") + "~", "does not call itself");
        assertUnreadable(changed(with("cnf", Map.of())), "bound to no key");
    }

    @Test
    void an_unsigned_credential_is_refused() {
        SDJWT whole = SDJWT.parse(SHOWN);
        String[] parts = whole.getCredentialJwt().split("\\.");
        String none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\",\"typ\":\"dc+sd-jwt\"}".getBytes(StandardCharsets.US_ASCII));
        assertUnreadable(none + "." + parts[1] + ".~", "");
    }

    @Test
    void an_issuer_without_certificate_is_known_by_its_listed_key() throws Exception {
        JWKSet keys = JWKSet.parse(new JWKSet(ListedIssuer.KEY.toPublicJWK()).toString());
        WalletTrust listed =
                new WalletTrust(TrustStore.empty(), List.of(), Map.of("https://issuer.specimen.example", keys));
        String shown = ListedIssuer.presented(CARD);
        assertThat(result(Wallets.sdJwts(listed).read(shown, Optional.empty()), CheckKind.CREDENTIAL_SIGNATURE))
                .isEqualTo(Result.PASSED);
        IdentityEvidence unknown = Wallets.sdJwts(WalletTrust.nobody()).read(shown, Optional.empty());
        assertThat(result(unknown, CheckKind.CREDENTIAL_SIGNATURE)).isEqualTo(Result.INCONCLUSIVE);
        assertThat(result(unknown, CheckKind.CREDENTIAL_ISSUER)).isEqualTo(Result.INCONCLUSIVE);
    }

    @Test
    void an_issuer_whose_certificate_was_revoked_is_refused_and_a_status_of_its_own_is_open() throws Exception {
        WalletTrust trust = Wallets.trusting(Wallets.ISSUER, Wallets.ISSUER.revocation());
        IdentityEvidence revoked = Wallets.sdJwts(trust).read(SHOWN, Optional.of(Wallets.ASKED));
        assertThat(result(revoked, CheckKind.CREDENTIAL_REVOCATION)).isEqualTo(Result.FAILED);
        IdentityEvidence listed = Wallets.read(changed(with("status", Map.of())));
        assertThat(result(listed, CheckKind.CREDENTIAL_REVOCATION)).isEqualTo(Result.INCONCLUSIVE);
    }

    @Test
    void no_letter_of_what_the_issuer_signed_can_be_changed() throws Exception {
        assertThat(Wallets.read(SHOWN).standing()).isEqualTo(Standing.AUTHENTICATED);
        // The proof covers every letter before it, so each change shows there too; the issuer's part must show it by
        // itself.
        String jwt = SDJWT.parse(SHOWN).getCredentialJwt();
        String disclosures = SHOWN.substring(jwt.length(), SHOWN.lastIndexOf('~') + 1);
        for (int i = 0; i < jwt.length(); i++) {
            if (jwt.charAt(i) == '.') {
                continue;
            }
            String changed = jwt.substring(0, i) + (jwt.charAt(i) == 'A' ? 'Q' : 'A') + jwt.substring(i + 1);
            try {
                IdentityEvidence evidence =
                        Wallets.sdJwts(Wallets.trusting(Wallets.ISSUER)).read(changed + disclosures, Optional.empty());
                assertThat(List.of(
                                result(evidence, CheckKind.CREDENTIAL_SIGNATURE),
                                result(evidence, CheckKind.CREDENTIAL_ISSUER)))
                        .as("letter " + i)
                        .containsAnyOf(Result.FAILED, Result.INCONCLUSIVE);
            } catch (DocumentUnreadable refused) {
                assertThat(refused).hasMessageMatching(".+");
            }
        }
        for (int i = jwt.length(); i < jwt.length() + disclosures.length() - 1; i++) {
            String changed = SHOWN.substring(0, i) + (SHOWN.charAt(i) == 'A' ? 'Q' : 'A') + SHOWN.substring(i + 1);
            try {
                assertThat(Wallets.read(changed).standing()).isNotEqualTo(Standing.AUTHENTICATED);
            } catch (DocumentUnreadable refused) {
                assertThat(refused).hasMessageMatching(".+");
            }
        }
    }

    private static String changed(UnaryOperator<Map<String, Object>> change) {
        return SpecimenSdJwt.issue(Wallets.ISSUER, Wallets.attributes(), Wallets.VALID, Wallets.RANDOM, change)
                .present(Wallets.NEEDED, Wallets.ASKED, Specimens.NOW);
    }

    private static UnaryOperator<Map<String, Object>> with(String claim, Object value) {
        return payload -> {
            Map<String, Object> more = new LinkedHashMap<>(payload);
            more.put(claim, value);
            return more;
        };
    }

    private static void assertUnreadable(String presentation, String words) {
        assertThatThrownBy(() -> Wallets.read(presentation))
                .isInstanceOf(DocumentUnreadable.class)
                .hasMessageContaining(words);
    }

    private static Result result(IdentityEvidence evidence, CheckKind kind) {
        return MdocReaderTest.result(evidence, kind);
    }
}
