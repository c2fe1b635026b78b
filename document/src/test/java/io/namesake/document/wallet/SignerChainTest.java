package io.namesake.document.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.document.CheckKind;
import io.namesake.document.EvidenceCheck.Result;
import io.namesake.document.IdentityEvidence;
import io.namesake.document.IdentityEvidence.Standing;
import io.namesake.document.specimen.wallet.KeptIssuer;
import io.namesake.document.specimen.wallet.SpecimenMdoc;
import io.namesake.document.support.Specimens;
import io.namesake.document.trust.TrustStore;
import io.namesake.document.trust.TrustedAuthority;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An issuer with an authority between it and the one that is trusted. */
class SignerChainTest {
    private static final Instant LONG_AGO = Specimens.NOW.minus(Duration.ofDays(3_000));
    private static final Instant YESTERDAY = Specimens.NOW.minus(Duration.ofDays(1));
    private static final Instant NEXT_YEAR = Specimens.NOW.plus(Duration.ofDays(365));

    private final KeptIssuer issuer;

    SignerChainTest() throws Exception {
        issuer = new KeptIssuer();
    }

    @Test
    void a_certificate_that_is_over_does_not_stand_before_a_valid_one_of_the_same_key() throws Exception {
        X509Certificate over = issuer.root(LONG_AGO, YESTERDAY);
        X509Certificate valid = issuer.root(LONG_AGO, NEXT_YEAR);
        for (List<X509Certificate> trusted : List.of(List.of(over, valid), List.of(valid, over))) {
            IdentityEvidence evidence = read(new WalletTrust(trusting(trusted), List.of(), Map.of()));
            assertThat(evidence.standing()).isEqualTo(Standing.AUTHENTICATED);
        }
        assertThat(result(
                        read(new WalletTrust(trusting(List.of(over)), List.of(), Map.of())),
                        CheckKind.CREDENTIAL_VALIDITY))
                .isEqualTo(Result.FAILED);
    }

    @Test
    void each_certificate_is_revoked_by_whoever_issued_it() throws Exception {
        X509CRL root = issuer.listOfRoot(NEXT_YEAR);
        X509CRL middle = issuer.listOfMiddle(NEXT_YEAR);
        assertThat(revocation(root, middle)).isEqualTo(Result.PASSED);
        assertThat(revocation(root, issuer.listOfMiddle(NEXT_YEAR, issuer.signer())))
                .isEqualTo(Result.FAILED);
        assertThat(revocation(issuer.listOfMiddle(NEXT_YEAR, issuer.signer()))).isEqualTo(Result.FAILED);
        assertThat(revocation(issuer.listOfRoot(NEXT_YEAR, issuer.middle()), middle))
                .isEqualTo(Result.FAILED);
        assertThat(revocation(issuer.listOfRoot(NEXT_YEAR, issuer.signer()), middle))
                .as("of a serial number that the root did not give")
                .isEqualTo(Result.PASSED);
    }

    @Test
    void without_a_current_list_for_each_certificate_it_is_open_whether_one_was_revoked() throws Exception {
        assertThat(revocation()).isEqualTo(Result.NOT_RUN);
        assertThat(revocation(issuer.listOfRoot(NEXT_YEAR))).isEqualTo(Result.INCONCLUSIVE);
        assertThat(revocation(issuer.listOfMiddle(NEXT_YEAR))).isEqualTo(Result.INCONCLUSIVE);
        assertThat(revocation(issuer.listOfRoot(NEXT_YEAR), issuer.listOfMiddle(YESTERDAY)))
                .isEqualTo(Result.INCONCLUSIVE);
        assertThat(revocation(
                        issuer.listOfRoot(NEXT_YEAR), issuer.listOfMiddle(YESTERDAY), issuer.listOfMiddle(NEXT_YEAR)))
                .isEqualTo(Result.PASSED);
    }

    private Result revocation(X509CRL... lists) throws Exception {
        List<X509Certificate> root = List.of(issuer.root(LONG_AGO, NEXT_YEAR));
        return result(read(new WalletTrust(trusting(root), List.of(lists), Map.of())), CheckKind.CREDENTIAL_REVOCATION);
    }

    private IdentityEvidence read(WalletTrust trust) throws Exception {
        byte[] shown = SpecimenMdoc.issue(
                        issuer.issuer(),
                        CredentialKind.DRIVING_LICENCE,
                        Wallets.attributes(),
                        Wallets.VALID,
                        Wallets.RANDOM)
                .present(Wallets.NEEDED, Wallets.TRANSCRIPT);
        return Wallets.mdocs(trust).read(shown, Optional.of(Wallets.TRANSCRIPT), Optional.empty());
    }

    private static TrustStore trusting(List<X509Certificate> certificates) {
        return TrustStore.of(certificates.stream()
                .map(certificate -> new TrustedAuthority(certificate, "a test", LocalDate.of(2026, 11, 24)))
                .toList());
    }

    private static Result result(IdentityEvidence evidence, CheckKind kind) {
        return evidence.checks().stream()
                .filter(check -> check.kind() == kind)
                .findFirst()
                .orElseThrow()
                .result();
    }
}
