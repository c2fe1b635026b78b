package io.namesake.document.wallet;

import com.authlete.cbor.CBORByteArray;
import com.authlete.cbor.CBORItem;
import com.authlete.cbor.CBORItemList;
import com.authlete.cbor.CBORNull;
import com.authlete.cbor.CBORString;
import com.authlete.cbor.CBORTaggedItem;
import io.namesake.document.DocumentUnreadable;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;

/**
 * What a wallet's proof is about: this one conversation (ISO/IEC 18013-5, 9.1.5.1). Whoever asks knows it; it never comes from the wallet.
 *
 * @param bytes the encoded array {@code SessionTranscript}, not wrapped
 */
public record SessionTranscript(byte[] bytes) {
    private static final int LARGEST = 64 * 1024;
    private static final int PARTS = 3;
    private static final String HANDOVER = "OpenID4VPHandover";

    /** @throws DocumentUnreadable when these bytes are neither the array nor the array wrapped as encoded CBOR */
    public static SessionTranscript of(byte[] bytes) throws DocumentUnreadable {
        if (bytes.length > LARGEST) {
            throw new DocumentUnreadable("a session transcript has at most " + LARGEST + " bytes");
        }
        CBORItem item = Cbor.read(bytes);
        byte[] plain = bytes;
        if (item instanceof CBORTaggedItem wrapped) {
            item = Cbor.embedded(wrapped, "the session transcript");
            plain = Cbor.bytes(wrapped.getTagContent(), "the session transcript");
        }
        if (Cbor.list(item, "the session transcript").size() != PARTS) {
            throw new DocumentUnreadable("a session transcript has " + PARTS + " parts");
        }
        return new SessionTranscript(plain);
    }

    /**
     * That of a request by OpenID4VP 1.0 that was not made by the browser's own interface (appendix B.2.6.1).
     *
     * @param clientId with its prefix, as in the request
     * @param nonce of the request
     * @param thumbprint SHA-256 thumbprint (RFC 7638) of the key for the answer; empty when it is not encrypted
     * @param responseUri where the answer goes
     */
    public static SessionTranscript ofOpenId4Vp(
            String clientId, String nonce, Optional<byte[]> thumbprint, String responseUri) {
        CBORItem key = thumbprint.<CBORItem>map(CBORByteArray::new).orElse(CBORNull.INSTANCE);
        CBORItem info =
                new CBORItemList(new CBORString(clientId), new CBORString(nonce), key, new CBORString(responseUri));
        CBORItem handover =
                new CBORItemList(List.<CBORItem>of(new CBORString(HANDOVER), new CBORByteArray(sha256(info.encode()))));
        return new SessionTranscript(new CBORItemList(CBORNull.INSTANCE, CBORNull.INSTANCE, handover).encode());
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "SessionTranscript[" + bytes.length + " bytes]";
    }
}
