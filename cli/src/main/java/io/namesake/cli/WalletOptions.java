package io.namesake.cli;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import io.namesake.document.DocumentUnreadable;
import io.namesake.document.IdentityEvidence;
import io.namesake.document.trust.Certificates;
import io.namesake.document.trust.TrustStore;
import io.namesake.document.trust.TrustedAuthority;
import io.namesake.document.wallet.JudgedCredential;
import io.namesake.document.wallet.KeyBinding;
import io.namesake.document.wallet.MdocReader;
import io.namesake.document.wallet.SdJwtReader;
import io.namesake.document.wallet.SessionTranscript;
import io.namesake.document.wallet.StatusListReader;
import io.namesake.document.wallet.WalletTrust;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509CRL;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What a wallet was asked, and whom to trust about what it showed. */
final class WalletOptions {
    private static final int LARGEST_FILE = 64 * 1024;
    private static final int LARGEST_LIST = 2 * 1024 * 1024;
    private static final int CBOR_MAP = 5;

    @Option(
            names = "--iaca",
            paramLabel = "FILE",
            description = "An authority's certificate to trust about wallets' credentials for this once.")
    private List<Path> authorities = List.of();

    @Option(
            names = "--issuer-keys",
            paramLabel = "ISS=FILE",
            description = "The keys (JWK set) of an issuer of SD-JWT VC that comes with no certificate.")
    private Map<String, Path> issuers = Map.of();

    @Option(
            names = "--transcript",
            paramLabel = "FILE",
            description =
                    "The SessionTranscript that an mdoc was shown in. Without it nothing shows that it is no copy.")
    private Path transcript;

    @Option(
            names = "--reader-key",
            paramLabel = "FILE",
            description = "Your ephemeral private key (JWK) in it, for wallets that prove themselves with a code.")
    private Path readerKey;

    @Option(names = "--nonce", description = "The nonce that an SD-JWT was asked for with.")
    private String nonce;

    @Option(names = "--audience", paramLabel = "CLIENT", description = "The client_id that it was asked for with.")
    private String audience;

    @Option(
            names = "--status-list",
            paramLabel = "FILE",
            description = "The issuer's status list (JWT or CWT) that a credential names. Nothing is fetched.")
    private Path statusList;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "Judges a wallet's credential as if it were then, such as 2021-03-01T12:00:00Z.")
    private Instant at;

    /** Whether a file is what a wallet shows: an mdoc's response, which is a CBOR map, or an SD-JWT. */
    static boolean isCredential(byte[] content) {
        return content.length > 0 && (content[0] & 0xFF) >> 5 == CBOR_MAP || isSdJwt(content);
    }

    private static boolean isSdJwt(byte[] content) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        return text.startsWith("ey") && text.indexOf('~') > 0;
    }

    IdentityEvidence evidence(CommandSpec spec, byte[] content, List<X509CRL> revocations) throws DocumentUnreadable {
        Clock clock = at == null ? Clock.systemUTC() : Clock.fixed(at, ZoneOffset.UTC);
        WalletTrust trust = trust(spec, revocations, clock);
        if (isSdJwt(content)) {
            if ((nonce == null) != (audience == null)) {
                throw new ParameterException(spec.commandLine(), "--nonce and --audience belong together");
            }
            Optional<KeyBinding> asked =
                    nonce == null ? Optional.empty() : Optional.of(new KeyBinding(nonce, audience));
            return answered(
                    spec,
                    new SdJwtReader(trust, clock)
                            .judge(new String(content, StandardCharsets.ISO_8859_1).strip(), asked),
                    new StatusListReader(trust, clock));
        }
        Optional<SessionTranscript> conversation = transcript == null
                ? Optional.empty()
                : Optional.of(SessionTranscript.of(InputFile.read(spec, "--transcript", transcript, LARGEST_FILE)));
        return answered(
                spec,
                new MdocReader(trust, clock).judge(content, conversation, readerKey(spec)),
                new StatusListReader(trust, clock));
    }

    /** With what the list says, where one was given and the credential names one. */
    private IdentityEvidence answered(CommandSpec spec, JudgedCredential credential, StatusListReader lists)
            throws DocumentUnreadable {
        if (statusList == null || credential.status().isEmpty()) {
            return credential.evidence();
        }
        byte[] token = InputFile.read(spec, "--status-list", statusList, LARGEST_LIST);
        return credential.answered(lists.read(token, credential.status().get()));
    }

    private WalletTrust trust(CommandSpec spec, List<X509CRL> revocations, Clock clock) throws DocumentUnreadable {
        List<TrustedAuthority> trusted = new ArrayList<>();
        for (Path file : authorities) {
            trusted.add(new TrustedAuthority(
                    Certificates.certificate(InputFile.read(spec, "--iaca", file, LARGEST_FILE)),
                    "named by --iaca",
                    LocalDate.now(clock)));
        }
        Map<String, JWKSet> keys = new HashMap<>();
        for (Map.Entry<String, Path> issuer : issuers.entrySet()) {
            keys.put(
                    issuer.getKey(),
                    WalletTrust.keys(InputFile.read(spec, "--issuer-keys", issuer.getValue(), LARGEST_FILE)));
        }
        return new WalletTrust(TrustStore.of(trusted), revocations, keys);
    }

    private Optional<PrivateKey> readerKey(CommandSpec spec) throws DocumentUnreadable {
        if (readerKey == null) {
            return Optional.empty();
        }
        byte[] file = InputFile.read(spec, "--reader-key", readerKey, LARGEST_FILE);
        try {
            ECKey key = ECKey.parse(new String(file, StandardCharsets.UTF_8));
            if (key.isPrivate()) {
                return Optional.of(key.toECPrivateKey());
            }
        } catch (ParseException | JOSEException | RuntimeException malformed) {
            // Its message could hold a part of the key.
        }
        throw new DocumentUnreadable("--reader-key is no private EC key as JWK");
    }
}
