package io.namesake.document.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.namesake.document.CheckKind;
import io.namesake.document.DocumentUnreadable;
import io.namesake.document.EvidenceCheck.Result;
import io.namesake.document.IdentityEvidence;
import io.namesake.document.IdentityEvidence.Standing;
import io.namesake.document.Strength;
import io.namesake.document.support.Specimens;
import io.namesake.document.trust.Certificates;
import io.namesake.document.trust.Crypto;
import io.namesake.document.trust.TrustStore;
import io.namesake.document.trust.TrustedAuthority;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.bouncycastle.jce.spec.ECPrivateKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The response of ISO/IEC 18013-5, annex D.4.1.2, with the conversation and the reader's key of D.5.1. The shared file is of an earlier text of the annex,
 * with another certificate of the issuer and a code for a conversation that is not public; the code that D.5.3 publishes takes its place here. See
 * {@code docs/wallets.md}.
 */
class SharedMdocTest {
    private static final String TRANSCRIPT =
            "d81859024183d8185858a20063312e30018201d818584ba4010220012158205a88d182bce5f42efa59943f33359d2e8a968ff289"
                    + "d93e5fa444b624343167fe225820b16e8cf858ddc7690407ba61d4c338237a8cfcf3de6aa672fc60a557aa32fc67d818584ba401"
                    + "02200121582060e3392385041f51403051f2415531cb56dd3f999c71687013aac6768bc8187e225820e58deb8fdbe907f7dd5368"
                    + "245551a34796f7d2215c440c339bb0f7b67beccdfa8258c391020f487315d10209616301013001046d646f631a200c016170706c"
                    + "69636174696f6e2f766e642e626c7565746f6f74682e6c652e6f6f6230081b28128b37282801021c015c1e580469736f2e6f7267"
                    + "3a31383031333a646576696365656e676167656d656e746d646f63a20063312e30018201d818584ba4010220012158205a88d182"
                    + "bce5f42efa59943f33359d2e8a968ff289d93e5fa444b624343167fe225820b16e8cf858ddc7690407ba61d4c338237a8cfcf3de"
                    + "6aa672fc60a557aa32fc6758cd91022548721591020263720102110204616301013000110206616301036e666300510204616301"
                    + "0157001a201e016170706c69636174696f6e2f766e642e626c7565746f6f74682e6c652e6f6f6230081b28078080bf2801021c02"
                    + "1107c832fff6d26fa0beb34dfcd555d4823a1c11010369736f2e6f72673a31383031333a6e66636e6663015a172b016170706c69"
                    + "636174696f6e2f766e642e7766612e6e616e57030101032302001324fec9a70b97ac9684a4e326176ef5b981c5e8533e5f00298c"
                    + "fccbc35e700a6b020414";
    private static final String READER_KEY = "de3b4b9e5f72dd9b58406ae3091434da48a6f9fd010d88fcb0958e2cebec947c";
    private static final String PUBLISHED_CODE = "e99521a85ad7891b806a07f8b5388a332d92c189a7bf293ee1f543405ae6824d";
    private static final int CODE_BYTES = 32;
    private static final Instant THEN = Instant.parse("2021-03-01T12:00:00Z");

    private static byte[] shared;
    private static byte[] response;
    private static TrustStore trust;

    @BeforeAll
    static void read() throws Exception {
        Optional<Path> folder = Specimens.shared("mdoc");
        assumeTrue(folder.isPresent(), "the shared data is not on this machine");
        shared = Files.readAllBytes(folder.get().resolve("iso18013-5_annexD_device_response.bin"));
        response = shared.clone();
        // The code is the last part before the status.
        byte[] code = HexFormat.of().parseHex(PUBLISHED_CODE);
        System.arraycopy(code, 0, response, MdocBytes.indexOf(response, "fstatus") - CODE_BYTES, CODE_BYTES);
        trust = TrustStore.of(List.of(new TrustedAuthority(
                Certificates.certificate(Files.readAllBytes(folder.get().resolve("iso18013-5_annexD_iaca.cer"))),
                "annex D",
                LocalDate.of(2021, 1, 1))));
    }

    @Test
    void every_check_of_annex_d_passes_at_its_time() throws Exception {
        IdentityEvidence evidence = evidence(response, THEN, Optional.of(readerKey()));
        for (CheckKind kind : List.of(
                CheckKind.CREDENTIAL_SIGNATURE,
                CheckKind.CREDENTIAL_ISSUER,
                CheckKind.CREDENTIAL_VALIDITY,
                CheckKind.CREDENTIAL_ATTRIBUTES,
                CheckKind.CREDENTIAL_HOLDER,
                CheckKind.EXPIRY)) {
            assertThat(MdocReaderTest.result(evidence, kind)).as(kind.name()).isEqualTo(Result.PASSED);
        }
        assertThat(evidence.standing()).isEqualTo(Standing.AUTHENTICATED);
        assertThat(evidence.strength()).isEqualTo(Strength.STRONG);
        assertThat(evidence.identity()).hasValueSatisfying(identity -> {
            assertThat(identity.surname()).isEqualTo("Doe");
            assertThat(identity.documentNumber()).isEqualTo("123456789");
            assertThat(identity.lastDay()).contains(LocalDate.of(2024, 10, 20));
        });
        assertThat(evidence.portrait()).isPresent();
        assertThat(evidence.missing()).containsExactly("given_name", "birth_date", "issuing_country");
    }

    @Test
    void what_the_issuer_signed_is_right_in_the_shared_file_and_its_code_is_of_another_conversation() throws Exception {
        IdentityEvidence evidence = evidence(shared, THEN, Optional.of(readerKey()));
        assertThat(MdocReaderTest.result(evidence, CheckKind.CREDENTIAL_SIGNATURE))
                .isEqualTo(Result.PASSED);
        assertThat(MdocReaderTest.result(evidence, CheckKind.CREDENTIAL_ISSUER)).isEqualTo(Result.PASSED);
        assertThat(MdocReaderTest.result(evidence, CheckKind.CREDENTIAL_ATTRIBUTES))
                .isEqualTo(Result.PASSED);
        assertThat(MdocReaderTest.result(evidence, CheckKind.CREDENTIAL_HOLDER)).isEqualTo(Result.FAILED);
    }

    @Test
    void the_shared_file_by_itself_is_read_with_all_that_its_issuer_signed_and_no_proof_of_its_holder()
            throws Exception {
        IdentityEvidence evidence = new MdocReader(WalletTrust.of(trust), Clock.fixed(THEN, ZoneOffset.UTC))
                .read(shared, Optional.empty(), Optional.empty());
        assertThat(MdocReaderTest.result(evidence, CheckKind.CREDENTIAL_SIGNATURE))
                .isEqualTo(Result.PASSED);
        assertThat(MdocReaderTest.result(evidence, CheckKind.CREDENTIAL_ATTRIBUTES))
                .isEqualTo(Result.PASSED);
        assertThat(MdocReaderTest.result(evidence, CheckKind.CREDENTIAL_HOLDER)).isEqualTo(Result.NOT_RUN);
        assertThat(evidence.standing()).isEqualTo(Standing.READ);
    }

    @Test
    void today_the_credential_is_over() throws Exception {
        IdentityEvidence evidence = evidence(response, Specimens.NOW, Optional.of(readerKey()));
        assertThat(MdocReaderTest.result(evidence, CheckKind.CREDENTIAL_VALIDITY))
                .isEqualTo(Result.FAILED);
        assertThat(evidence.standing()).isEqualTo(Standing.REFUSED);
    }

    @Test
    void no_byte_that_its_issuer_signed_can_be_changed() throws Exception {
        int from = MdocBytes.indexOf(response, "issuerSigned");
        int to = MdocBytes.indexOf(response, "deviceSigned");
        for (int i = from; i < to; i++) {
            byte[] changed = response.clone();
            changed[i] ^= 0x10;
            try {
                assertThat(evidence(changed, THEN, Optional.of(readerKey())).standing())
                        .as("byte " + i)
                        .isNotEqualTo(Standing.AUTHENTICATED);
            } catch (DocumentUnreadable refused) {
                assertThat(refused).hasMessageMatching(".+");
            }
        }
    }

    private static IdentityEvidence evidence(byte[] file, Instant now, Optional<PrivateKey> readerKey)
            throws Exception {
        return new MdocReader(WalletTrust.of(trust), Clock.fixed(now, ZoneOffset.UTC))
                .read(file, Optional.of(SessionTranscript.of(HexFormat.of().parseHex(TRANSCRIPT))), readerKey);
    }

    private static PrivateKey readerKey() throws Exception {
        return KeyFactory.getInstance("EC", Crypto.PROVIDER)
                .generatePrivate(new ECPrivateKeySpec(
                        new BigInteger(READER_KEY, 16), ECNamedCurveTable.getParameterSpec("P-256")));
    }
}
