package io.namesake.document.wallet;

import static io.namesake.document.EvidenceCheck.failed;
import static io.namesake.document.EvidenceCheck.inconclusive;
import static io.namesake.document.EvidenceCheck.notRun;
import static io.namesake.document.EvidenceCheck.passed;

import com.authlete.cbor.CBORByteArray;
import com.authlete.cbor.CBORItem;
import com.authlete.cbor.CBORItemList;
import com.authlete.cbor.CBORString;
import com.authlete.cose.COSEMac0;
import com.authlete.cose.COSESign1;
import io.namesake.document.CheckKind;
import io.namesake.document.DocumentUnreadable;
import io.namesake.document.EvidenceCheck;
import io.namesake.document.trust.Crypto;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

/**
 * The wallet's proof for one conversation that it holds the key which the credential is bound to (ISO/IEC 18013-5, 9.1.3): a signature, or a code made with a
 * key on which it agreed with the reader.
 */
final class DeviceProof {
    private static final String CONTEXT = "DeviceAuthentication";
    /** HMAC 256/256 (RFC 9053, 3.1). */
    private static final int HMAC_256 = 5;

    private static final int KEY_BYTES = 32;

    private DeviceProof() {}

    /**
     * @param transcript the conversation; empty when the caller does not know it
     * @param readerKey the reader's own ephemeral key, for a code
     */
    static EvidenceCheck check(
            PresentedMdoc mdoc,
            PublicKey deviceKey,
            Optional<SessionTranscript> transcript,
            Optional<PrivateKey> readerKey)
            throws DocumentUnreadable {
        if (transcript.isEmpty()) {
            return notRun(
                    CheckKind.CREDENTIAL_HOLDER,
                    "the conversation is not known, so it may be a copy of what was shown to somebody else");
        }
        byte[] authenticated = authenticated(mdoc, transcript.get());
        if (mdoc.deviceSignature().isPresent()) {
            COSESign1 signature = mdoc.deviceSignature().get();
            return CoseCheck.isSigned(
                            signature.getProtectedHeader(),
                            authenticated,
                            signature.getSignature().getValue(),
                            deviceKey)
                    ? passed(
                            CheckKind.CREDENTIAL_HOLDER,
                            "the wallet signed this conversation with the credential's key")
                    : failed(
                            CheckKind.CREDENTIAL_HOLDER,
                            "the wallet's signature is not one of the credential's key over this conversation");
        }
        if (readerKey.isEmpty()) {
            return inconclusive(
                    CheckKind.CREDENTIAL_HOLDER, "the wallet's proof can be checked with the reader's own key only");
        }
        return isCode(mdoc.deviceMac().orElseThrow(), authenticated, deviceKey, readerKey.get(), transcript.get())
                ? passed(
                        CheckKind.CREDENTIAL_HOLDER,
                        "the wallet made a code for this conversation with the credential's key")
                : failed(
                        CheckKind.CREDENTIAL_HOLDER,
                        "the wallet's code is not one of the credential's key for this conversation");
    }

    /** {@code DeviceAuthenticationBytes}. The transcript stands in it as it was given: another encoding of it would be another conversation. */
    private static byte[] authenticated(PresentedMdoc mdoc, SessionTranscript transcript) {
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        // A list of four.
        parts.write(0x84);
        parts.writeBytes(new CBORString(CONTEXT).encode());
        parts.writeBytes(transcript.bytes());
        parts.writeBytes(new CBORString(mdoc.docType()).encode());
        parts.writeBytes(mdoc.deviceNameSpaces());
        return Cbor.embedding(parts.toByteArray()).encode();
    }

    private static boolean isCode(
            COSEMac0 code,
            byte[] authenticated,
            PublicKey deviceKey,
            PrivateKey readerKey,
            SessionTranscript transcript)
            throws DocumentUnreadable {
        if (CoseCheck.algorithm(code.getProtectedHeader()) != HMAC_256) {
            throw new DocumentUnreadable("the wallet's code was made in a way that is not known here");
        }
        // RFC 9052, 6.3.
        byte[] covered = new CBORItemList(List.<CBORItem>of(
                        new CBORString("MAC0"),
                        code.getProtectedHeader(),
                        new CBORByteArray(new byte[0]),
                        new CBORByteArray(authenticated)))
                .encode();
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(macKey(deviceKey, readerKey, transcript), "HmacSHA256"));
            return MessageDigest.isEqual(mac.doFinal(covered), code.getTag().getValue());
        } catch (GeneralSecurityException | RuntimeException wrong) {
            return false;
        }
    }

    /** {@code EMacKey} (9.1.3.5). */
    private static byte[] macKey(PublicKey deviceKey, PrivateKey readerKey, SessionTranscript transcript)
            throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH", Crypto.PROVIDER);
        agreement.init(readerKey);
        agreement.doPhase(deviceKey, true);
        byte[] salt =
                SessionTranscript.sha256(Cbor.embedding(transcript.bytes()).encode());
        HKDFBytesGenerator derivation = new HKDFBytesGenerator(new SHA256Digest());
        derivation.init(
                new HKDFParameters(agreement.generateSecret(), salt, "EMacKey".getBytes(StandardCharsets.US_ASCII)));
        byte[] key = new byte[KEY_BYTES];
        derivation.generateBytes(key, 0, key.length);
        return key;
    }
}
