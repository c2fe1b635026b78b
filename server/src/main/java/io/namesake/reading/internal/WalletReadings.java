package io.namesake.reading.internal;

import com.nimbusds.jose.jwk.JWKSet;
import io.namesake.document.CheckKind;
import io.namesake.document.DocumentUnreadable;
import io.namesake.document.EvidenceCheck.Result;
import io.namesake.document.trust.Certificates;
import io.namesake.document.trust.TrustStore;
import io.namesake.document.trust.TrustedAuthority;
import io.namesake.document.wallet.JudgedCredential;
import io.namesake.document.wallet.MdocReader;
import io.namesake.document.wallet.SdJwtReader;
import io.namesake.document.wallet.WalletTrust;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.reading.WalletAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges credentials by the issuers that this deployment believes. */
final class WalletReadings {
    private final MdocReader mdocs;
    private final SdJwtReader sdJwts;

    WalletReadings(WalletTrust trust, Clock clock) {
        mdocs = new MdocReader(trust, clock);
        sdJwts = new SdJwtReader(trust, clock);
    }

    /**
     * Reads the files. One that was named and cannot be used stops the start: a server must not believe less, or more, than its operator thinks.
     *
     * @param more authorities from elsewhere
     */
    static WalletTrust trust(WalletTrustSettings settings, List<TrustedAuthority> more, Clock clock) {
        try {
            var authorities = new ArrayList<>(more);
            for (var file : settings.authorities()) {
                authorities.add(new TrustedAuthority(
                        Certificates.certificate(Files.readAllBytes(file)), file.toString(), LocalDate.now(clock)));
            }
            var revocations = new ArrayList<X509CRL>();
            for (var file : settings.revocations()) {
                revocations.add(Certificates.revocations(Files.readAllBytes(file)));
            }
            Map<String, JWKSet> issuers = new HashMap<>();
            for (var issuer : settings.issuers()) {
                issuers.put(issuer.iss(), WalletTrust.keys(Files.readAllBytes(issuer.keys())));
            }
            return new WalletTrust(TrustStore.of(authorities), revocations, issuers);
        } catch (DocumentUnreadable damaged) {
            throw new IllegalStateException("namesake.wallets: " + damaged.getMessage(), damaged);
        } catch (IOException e) {
            throw new UncheckedIOException("namesake.wallets: a file can't be read", e);
        }
    }

    /** @throws Problem when the wallet did not answer this very request, or showed less than a line needs */
    JudgedCredential read(WalletAnswer answer) throws DocumentUnreadable {
        var credential = switch (answer.format()) {
            case MDOC ->
                mdocs.judge(
                        bytes(answer.presentation()),
                        Optional.of(answer.transcript()),
                        Optional.of(answer.readerKey()));
            case SD_JWT -> sdJwts.judge(answer.presentation(), Optional.of(answer.asked()));
        };
        var evidence = credential.evidence();
        // A proof for another request is somebody else's doing, and no fault of the applicant's: it is sent back and
        // decides nothing.
        if (evidence.checks().stream()
                .noneMatch(check -> check.kind() == CheckKind.CREDENTIAL_HOLDER && check.result() == Result.PASSED)) {
            throw new Problem(ProblemType.WALLET_PROOF_WRONG);
        }
        if (!evidence.missing().isEmpty() || evidence.identity().isEmpty()) {
            throw new Problem(
                    ProblemType.WALLET_ATTRIBUTES_MISSING, "Missing: " + String.join(", ", evidence.missing()) + ".");
        }
        return credential;
    }

    private static byte[] bytes(String base64url) throws DocumentUnreadable {
        try {
            return Base64.getUrlDecoder().decode(base64url);
        } catch (IllegalArgumentException malformed) {
            throw new DocumentUnreadable("the wallet's response is no base64url");
        }
    }
}
