package io.namesake.document.wallet;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import io.namesake.document.CheckKind;
import io.namesake.document.DocumentUnreadable;
import io.namesake.document.EvidenceCheck.Result;
import io.namesake.document.IdentityEvidence.Standing;
import io.namesake.document.specimen.wallet.SpecimenIssuer;
import io.namesake.document.specimen.wallet.SpecimenMdoc;
import io.namesake.document.specimen.wallet.SpecimenSdJwt;
import io.namesake.document.specimen.wallet.SpecimenStatus;
import io.namesake.document.specimen.wallet.SpecimenStatusList;
import io.namesake.document.specimen.wallet.SpecimenStatusList.Life;
import io.namesake.document.support.Specimens;
import io.namesake.document.trust.TrustStore;
import io.namesake.document.wallet.CredentialKind.Format;
import io.namesake.document.wallet.StatusAnswer.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StatusListReaderTest {
    private static final String URI = "https://lists.specimen.example/7";
    private static final int PLACE = 4_711;
    private static final Life LIFE = Life.around(Specimens.NOW);

    @ParameterizedTest
    @CsvSource({
        "MDOC, 0, VALID, PASSED, AUTHENTICATED",
        "MDOC, 1, INVALID, FAILED, REFUSED",
        "MDOC, 2, SUSPENDED, FAILED, REFUSED",
        "MDOC, 3, OTHER, INCONCLUSIVE, AUTHENTICATED",
        "SD_JWT, 0, VALID, PASSED, AUTHENTICATED",
        "SD_JWT, 1, INVALID, FAILED, REFUSED",
        "SD_JWT, 2, SUSPENDED, FAILED, REFUSED",
        "SD_JWT, 3, OTHER, INCONCLUSIVE, AUTHENTICATED"
    })
    void a_credential_is_what_its_status_list_says(
            Format format, int value, Status status, Result result, Standing standing) throws Exception {
        JudgedCredential credential = shown(format, new SpecimenStatus(URI, PLACE));
        assertThat(revocation(credential)).isEqualTo(Result.INCONCLUSIVE);
        for (SpecimenIssuer signer : List.of(Wallets.ISSUER, Wallets.ISSUER.statusIssuer())) {
            byte[] token = token(format, list().set(PLACE, value), signer);
            StatusAnswer answer = reader().read(token, credential.status().orElseThrow());
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.value()).isEqualTo(value);
            assertThat(answer.expires()).contains(LIFE.expires());
            assertThat(answer.timeToLive()).contains(LIFE.timeToLive());
            assertThat(answer.check().kind()).isEqualTo(CheckKind.CREDENTIAL_REVOCATION);
            assertThat(answer.check().result()).isEqualTo(result);
            assertThat(credential.answered(answer).standing()).isEqualTo(standing);
        }
    }

    @Test
    void revoked_and_suspended_are_told_apart() throws Exception {
        StatusReference place =
                shown(Format.MDOC, new SpecimenStatus(URI, PLACE)).status().orElseThrow();
        byte[] suspended = token(Format.MDOC, list().set(PLACE, SpecimenStatusList.SUSPENDED), Wallets.ISSUER);
        byte[] invalid = token(Format.MDOC, list().set(PLACE, SpecimenStatusList.INVALID), Wallets.ISSUER);
        assertThat(reader().read(suspended, place).check().detail()).contains("suspended it for the time being");
        assertThat(reader().read(invalid, place).check().detail()).contains("revoked it");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void a_credential_without_a_status_has_nobody_to_be_asked(Format format) throws Exception {
        JudgedCredential credential = format == Format.MDOC
                ? judged(Wallets.licence())
                : Wallets.sdJwts(Wallets.trusting(Wallets.ISSUER)).judge(sdJwt(Wallets.card()), asked());
        assertThat(credential.status()).isEmpty();
        assertThat(revocation(credential)).isEqualTo(Result.NOT_RUN);
    }

    @Test
    void what_no_trusted_issuer_signed_is_no_reason_to_ask_anybody() throws Exception {
        SpecimenIssuer stranger = SpecimenIssuer.make(Specimens.NOW, Wallets.RANDOM);
        byte[] response = mdoc(stranger, new SpecimenStatus(URI, PLACE)).present(Wallets.NEEDED, Wallets.TRANSCRIPT);
        JudgedCredential foreign = Wallets.mdocs(Wallets.trusting(Wallets.ISSUER))
                .judge(response, Optional.of(Wallets.TRANSCRIPT), Optional.empty());
        assertThat(foreign.status()).isEmpty();
        assertThat(revocation(foreign)).isEqualTo(Result.INCONCLUSIVE);
        JudgedCredential copied = Wallets.mdocs(Wallets.trusting(Wallets.ISSUER))
                .judge(
                        mdoc(Wallets.ISSUER, new SpecimenStatus(URI, PLACE))
                                .present(Wallets.NEEDED, Wallets.transcript("nonce-2", "x509_san_dns:other.example")),
                        Optional.of(Wallets.TRANSCRIPT),
                        Optional.empty());
        assertThat(copied.status()).isEmpty();
    }

    @Test
    void a_status_that_is_kept_in_another_way_is_open_and_asks_nobody() throws Exception {
        for (Object status : List.of(
                "revoked",
                Map.of(),
                Map.of("status_list", Map.of()),
                Map.of("identifier_list", Map.of("id", "1")),
                Map.of("status_list", Map.of("uri", URI)),
                Map.of("status_list", Map.of("uri", URI, "idx", -1)),
                Map.of("status_list", Map.of("uri", URI, "idx", 1.5)),
                Map.of("status_list", Map.of("uri", URI, "idx", "1")),
                Map.of("status_list", Map.of("uri", "file:///etc/passwd", "idx", 1)),
                Map.of("status_list", Map.of("uri", "https://me@lists.example/", "idx", 1)),
                Map.of("status_list", Map.of("uri", "https://lists.example/#1", "idx", 1)),
                Map.of("status_list", Map.of("uri", "https://lists.example/" + "x".repeat(3_000), "idx", 1)),
                Map.of("status_list", Map.of("uri", "no address", "idx", 1)))) {
            SpecimenSdJwt card = SpecimenSdJwt.issue(
                    Wallets.ISSUER, Wallets.attributes(), Wallets.VALID, Wallets.RANDOM, payload -> {
                        Map<String, Object> more = new HashMap<>(payload);
                        more.put("status", status);
                        return more;
                    });
            JudgedCredential credential =
                    Wallets.sdJwts(Wallets.trusting(Wallets.ISSUER)).judge(sdJwt(card), asked());
            assertThat(credential.status()).as(status.toString()).isEmpty();
            assertThat(revocation(credential)).as(status.toString()).isEqualTo(Result.INCONCLUSIVE);
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void a_list_of_another_address_or_another_time_or_without_the_place_says_nothing(Format format) throws Exception {
        StatusReference place =
                shown(format, new SpecimenStatus(URI, PLACE)).status().orElseThrow();
        assertUnreadable(
                token(format, new SpecimenStatusList(URI + "1", 2, 8_000), Wallets.ISSUER), place, "another address");
        assertUnreadable(token(format, new SpecimenStatusList(URI, 2, 800), Wallets.ISSUER), place, "no place");
        Instant now = Specimens.NOW;
        assertUnreadable(token(format, new Life(now.minusSeconds(60), now, LIFE.timeToLive())), place, "no longer");
        assertUnreadable(
                token(format, new Life(now.plus(Duration.ofHours(1)), now.plus(Duration.ofDays(1)), LIFE.timeToLive())),
                place,
                "not valid yet");
        assertUnreadable(
                token(format, new Life(LIFE.issued(), LIFE.expires(), Duration.ZERO)), place, "ttl is not positive");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void a_list_that_somebody_else_signed_says_nothing(Format format) throws Exception {
        StatusReference place =
                shown(format, new SpecimenStatus(URI, PLACE)).status().orElseThrow();
        SpecimenIssuer stranger = SpecimenIssuer.make(Specimens.NOW, Wallets.RANDOM);
        assertUnreadable(token(format, list(), stranger), place, "another authority");
        assertUnreadable(
                token(format, list(), Wallets.ISSUER.usurper(Specimens.NOW, Wallets.RANDOM)), place, "authority");
        // One that is trusted, too, but vouches for others.
        TrustStore both = TrustStore.of(List.of(
                Wallets.trusting(Wallets.ISSUER).authorities().authorities().getFirst(),
                Wallets.trusting(stranger).authorities().authorities().getFirst()));
        StatusListReader trusting = new StatusListReader(WalletTrust.of(both), Specimens.CLOCK);
        assertThatThrownBy(() -> trusting.read(token(format, list(), stranger), place))
                .isInstanceOf(DocumentUnreadable.class)
                .hasMessageContaining("another authority");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void no_byte_of_what_was_signed_can_be_changed(Format format) throws Exception {
        StatusReference place =
                shown(format, new SpecimenStatus(URI, PLACE)).status().orElseThrow();
        byte[] token = token(format, new SpecimenStatusList(URI, 2, 8_000).set(PLACE, 1), Wallets.ISSUER);
        assertThat(reader().read(token, place).status()).isEqualTo(Status.INVALID);
        for (int i = 0; i < token.length; i++) {
            byte[] changed = token.clone();
            changed[i] = (byte) (changed[i] == 'A' ? 'Q' : 'A');
            if (changed[i] == token[i]) {
                continue;
            }
            try {
                // What is not signed, such as a part of the certificates' wrapping, may change and change nothing.
                assertThat(reader().read(changed, place).status())
                        .as("byte " + i)
                        .isEqualTo(Status.INVALID);
            } catch (DocumentUnreadable refused) {
                assertThat(refused).hasMessageMatching("(?s).+");
            }
        }
    }

    @Test
    void a_token_of_another_kind_is_no_status_list() throws Exception {
        StatusReference place =
                shown(Format.SD_JWT, new SpecimenStatus(URI, PLACE)).status().orElseThrow();
        String other = Wallets.ISSUER.sign(list().claims(LIFE), "dc+sd-jwt");
        assertUnreadable(other.getBytes(US_ASCII), place, "does not call itself");
        for (String bytes : List.of("", "e", "e.e.e", "eyJhbGciOiJub25lIn0.e30.", "<html>", "{}")) {
            assertUnreadable(bytes.getBytes(US_ASCII), place, "");
        }
        assertUnreadable(new byte[StatusListToken.LARGEST + 1], place, "bytes");
    }

    @Test
    void a_list_that_does_not_say_when_it_ends_counts_for_a_week() throws Exception {
        StatusReference place =
                shown(Format.SD_JWT, new SpecimenStatus(URI, PLACE)).status().orElseThrow();
        Instant week = Specimens.NOW.minus(StatusListReader.OLDEST_WITHOUT_END);
        assertThat(reader().read(endless(week.plusSeconds(60)), place).status()).isEqualTo(Status.VALID);
        assertUnreadable(endless(week), place, "no longer");
    }

    @Test
    void keys_that_are_listed_sign_lists_too_and_no_others_do() throws Exception {
        WalletTrust trust = new WalletTrust(
                TrustStore.empty(),
                List.of(),
                Map.of("https://issuer.specimen.example", new JWKSet(ListedIssuer.KEY.toPublicJWK())));
        SpecimenSdJwt card = SpecimenSdJwt.issue(
                Wallets.ISSUER, Wallets.attributes(), Wallets.VALID, new SpecimenStatus(URI, PLACE), Wallets.RANDOM);
        JudgedCredential credential = Wallets.sdJwts(trust).judge(ListedIssuer.presented(card), Optional.empty());
        StatusReference place = credential.status().orElseThrow();
        StatusListReader reader = new StatusListReader(trust, Specimens.CLOCK);
        JWSObject list = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType("statuslist+jwt"))
                        .keyID(ListedIssuer.KEY.getKeyID())
                        .build(),
                new Payload(list().set(PLACE, SpecimenStatusList.INVALID).claims(LIFE)));
        list.sign(new ECDSASigner(ListedIssuer.KEY));
        assertThat(reader.read(list.serialize().getBytes(US_ASCII), place).status())
                .isEqualTo(Status.INVALID);
        assertThatThrownBy(() -> reader.read(token(Format.SD_JWT, list(), Wallets.ISSUER), place))
                .isInstanceOf(DocumentUnreadable.class)
                .hasMessageMatching(".+");
    }

    @Test
    void an_issuer_whose_certificate_was_revoked_is_revoked_whatever_its_list_says() throws Exception {
        StatusReference place =
                shown(Format.MDOC, new SpecimenStatus(URI, PLACE)).status().orElseThrow();
        WalletTrust revoking = Wallets.trusting(Wallets.ISSUER, Wallets.ISSUER.revocation());
        StatusListReader reader = new StatusListReader(revoking, Specimens.CLOCK);
        byte[] token = token(Format.MDOC, list(), Wallets.ISSUER.statusIssuer());
        assertThat(reader.read(token, place).check().result()).isEqualTo(Result.FAILED);
        assertThatThrownBy(() -> reader.read(token(Format.MDOC, list(), Wallets.ISSUER), place))
                .isInstanceOf(DocumentUnreadable.class)
                .hasMessageContaining("was revoked");
    }

    private static byte[] endless(Instant issued) {
        Map<String, Object> claims = list().claims(new Life(issued, Specimens.NOW, LIFE.timeToLive()));
        claims.remove("exp");
        claims.remove("ttl");
        return Wallets.ISSUER.sign(claims, "statuslist+jwt").getBytes(US_ASCII);
    }

    private static SpecimenStatusList list() {
        return new SpecimenStatusList(URI, 2, 8_000);
    }

    private static byte[] token(Format format, Life life) {
        return token(format, list(), Wallets.ISSUER, life);
    }

    private static byte[] token(Format format, SpecimenStatusList list, SpecimenIssuer signer) {
        return token(format, list, signer, LIFE);
    }

    private static byte[] token(Format format, SpecimenStatusList list, SpecimenIssuer signer, Life life) {
        return format == Format.MDOC
                ? list.cwt(signer, life, Wallets.RANDOM)
                : list.jwt(signer, life).getBytes(US_ASCII);
    }

    private static JudgedCredential shown(Format format, SpecimenStatus status) throws DocumentUnreadable {
        return format == Format.MDOC
                ? judged(mdoc(Wallets.ISSUER, status))
                : Wallets.sdJwts(Wallets.trusting(Wallets.ISSUER))
                        .judge(
                                sdJwt(SpecimenSdJwt.issue(
                                        Wallets.ISSUER, Wallets.attributes(), Wallets.VALID, status, Wallets.RANDOM)),
                                asked());
    }

    private static SpecimenMdoc mdoc(SpecimenIssuer issuer, SpecimenStatus status) {
        return SpecimenMdoc.issue(
                issuer,
                CredentialKind.DRIVING_LICENCE,
                Wallets.attributes(),
                Wallets.VALID,
                Optional.of(status),
                Wallets.RANDOM);
    }

    private static JudgedCredential judged(SpecimenMdoc mdoc) throws DocumentUnreadable {
        return Wallets.mdocs(Wallets.trusting(Wallets.ISSUER))
                .judge(
                        mdoc.present(Wallets.NEEDED, Wallets.TRANSCRIPT),
                        Optional.of(Wallets.TRANSCRIPT),
                        Optional.empty());
    }

    private static String sdJwt(SpecimenSdJwt card) {
        return card.present(Wallets.NEEDED, Wallets.ASKED, Specimens.NOW);
    }

    private static Optional<KeyBinding> asked() {
        return Optional.of(Wallets.ASKED);
    }

    private static StatusListReader reader() {
        return new StatusListReader(Wallets.trusting(Wallets.ISSUER), Specimens.CLOCK);
    }

    private static Result revocation(JudgedCredential credential) {
        return MdocReaderTest.result(credential.evidence(), CheckKind.CREDENTIAL_REVOCATION);
    }

    private static void assertUnreadable(byte[] token, StatusReference place, String words) {
        assertThatThrownBy(() -> reader().read(token, place))
                .isInstanceOf(DocumentUnreadable.class)
                .hasMessageContaining(words);
    }
}
