package io.namesake.document.wallet;

import static io.namesake.document.EvidenceCheck.failed;
import static io.namesake.document.EvidenceCheck.notRun;
import static io.namesake.document.EvidenceCheck.passed;

import com.authlete.cbor.CBORByteArray;
import com.authlete.cbor.CBORItem;
import com.authlete.cbor.CBORItemList;
import com.authlete.cbor.CBORString;
import com.authlete.cbor.CBORTaggedItem;
import com.authlete.cbor.CBORValue;
import io.namesake.document.CheckKind;
import io.namesake.document.DocumentUnreadable;
import io.namesake.document.EvidenceCheck;
import io.namesake.document.IdentityEvidence;
import io.namesake.document.trust.Crypto;
import io.namesake.document.wallet.CredentialKind.Format;
import io.namesake.document.wallet.PresentedMdoc.Item;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges what a wallet presents as mdoc (ISO/IEC 18013-5, 9.3). */
public final class MdocReader {
    private static final int FULL_DATE = 1004;
    private static final int DATE_TIME = 0;

    private final WalletTrust trust;
    private final Clock clock;

    /** @param trust whose credentials are believed */
    public MdocReader(WalletTrust trust, Clock clock) {
        this.trust = trust;
        this.clock = clock;
    }

    /**
     * @param deviceResponse {@code DeviceResponse} with one document
     * @param transcript the conversation that it must be part of; empty when it is not known, and then nothing shows that the wallet was there
     * @param readerKey the private key of which the transcript holds the public one, for wallets that prove themselves with a code
     * @throws DocumentUnreadable when it is no such response, or of a kind that is not read
     */
    public IdentityEvidence read(
            byte[] deviceResponse, Optional<SessionTranscript> transcript, Optional<PrivateKey> readerKey)
            throws DocumentUnreadable {
        return judge(deviceResponse, transcript, readerKey).evidence();
    }

    /** The same, with whom to ask for the credential's status. */
    public JudgedCredential judge(
            byte[] deviceResponse, Optional<SessionTranscript> transcript, Optional<PrivateKey> readerKey)
            throws DocumentUnreadable {
        try {
            PresentedMdoc mdoc = PresentedMdoc.read(deviceResponse);
            CredentialKind kind = CredentialKind.of(Format.MDOC, mdoc.docType());
            MobileSecurityObject signed = MobileSecurityObject.read(mdoc.payload());
            SignerChain signer = SignerChain.of(mdoc.chain(), trust, kind.signerPurpose());
            CredentialIdentity holder = CredentialIdentity.of(kind, attributes(kind, mdoc));
            Instant now = clock.instant();
            IdentityEvidence evidence = WalletEvidence.of(
                    holder,
                    List.of(
                            signature(mdoc, signer),
                            signer.issuer(holder.country()),
                            CredentialTimes.check(
                                    signed.signed(), signed.validFrom(), Optional.of(signed.validUntil()), signer, now),
                            signer.revocation(signed.status(), now),
                            digests(mdoc, signed),
                            DeviceProof.check(mdoc, signed.deviceKey(), transcript, readerKey)),
                    clock);
            return JudgedCredential.of(
                    evidence,
                    signed.status() instanceof StatusClaim.Listed place
                            ? Optional.of(new StatusReference(
                                    place.uri(), place.index(), Format.MDOC, Optional.empty(), mdoc.chain()))
                            : Optional.empty());
        } catch (RuntimeException malformed) {
            throw new DocumentUnreadable("this is no wallet's response that can be read");
        }
    }

    private static EvidenceCheck signature(PresentedMdoc mdoc, SignerChain signer) throws DocumentUnreadable {
        return CoseCheck.isSigned(
                        mdoc.issuerAuth().getProtectedHeader(),
                        mdoc.payload(),
                        mdoc.issuerAuth().getSignature().getValue(),
                        signer.key().orElseThrow())
                ? passed(CheckKind.CREDENTIAL_SIGNATURE, "signed by the certificate's key")
                : failed(CheckKind.CREDENTIAL_SIGNATURE, "the issuer's signature is wrong");
    }

    private static EvidenceCheck digests(PresentedMdoc mdoc, MobileSecurityObject signed) {
        if (!mdoc.docType().equals(signed.docType())) {
            return failed(CheckKind.CREDENTIAL_ATTRIBUTES, "it calls itself another kind than was signed");
        }
        if (mdoc.items().isEmpty()) {
            return notRun(CheckKind.CREDENTIAL_ATTRIBUTES, "no attribute was shown");
        }
        List<String> wrong = new ArrayList<>();
        for (Item item : mdoc.items()) {
            byte[] shown = digest(signed.digestAlgorithm(), item.encoded());
            Optional<byte[]> known = signed.digest(item.nameSpace(), item.digestId());
            if (known.isEmpty() || !MessageDigest.isEqual(known.get(), shown)) {
                wrong.add(item.identifier());
            }
        }
        return wrong.isEmpty()
                ? passed(
                        CheckKind.CREDENTIAL_ATTRIBUTES,
                        mdoc.items().size() + " attributes as signed (" + signed.digestAlgorithm() + ")")
                : failed(CheckKind.CREDENTIAL_ATTRIBUTES, wrong.size() + " attributes are not as signed");
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm, Crypto.PROVIDER).digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Attributes attributes(CredentialKind kind, PresentedMdoc mdoc) {
        Map<String, Object> values = new HashMap<>();
        for (Item item : mdoc.items()) {
            if (item.nameSpace().equals(kind.nameSpace())) {
                value(item.value()).ifPresent(value -> values.put(item.identifier(), value));
            }
        }
        return new Attributes(values);
    }

    private static Optional<Object> value(CBORItem item) {
        return switch (item) {
            case CBORString text -> Optional.of(text.getValue());
            case CBORByteArray bytes -> Optional.of(bytes.getValue());
            case CBORTaggedItem date
            when Cbor.isTag(date, FULL_DATE) || Cbor.isTag(date, DATE_TIME) -> value(date.getTagContent());
            case CBORItemList list ->
                Optional.of(list.getItems().stream()
                        .flatMap(part -> value(part).stream())
                        .toList());
            case CBORValue<?> number when number.getValue() instanceof Number -> Optional.of(number.getValue());
            default -> Optional.empty();
        };
    }
}
