package io.namesake.authority.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A face record under a new AES-256-GCM key, as a capture device of MOSIP's Secure Biometric Interface 0.9.5 seals it for the IDA. Nonce and additional data are made from
 * time and transaction, which the IDA computes again: a record that is put beside another time or transaction does not open. The key is used once, so the
 * nonce may be known.
 *
 * @param bioValue base64url
 * @param sessionKey the key under the IDA's certificate for biometrics (RSA-OAEP with SHA-256), base64url
 * @param thumbprint SHA-256 of that certificate, capital hex
 * @param hash of the first record in a request: SHA-256 of the hash of nothing and the hash of the record, capital hex
 */
record MosipSealedFace(String bioValue, String sessionKey, String thumbprint, String hash) {
    private static final int NONCE_BYTES = 12;
    private static final int ADDITIONAL_BYTES = 16;

    /**
     * @param timestamp as it will stand beside the record, at least 16 characters
     * @param transaction likewise
     */
    static MosipSealedFace seal(
            byte[] record, String timestamp, String transaction, X509Certificate ida, SecureRandom random) {
        byte[] both = xor(timestamp, transaction);
        byte[] key = MosipEnvelope.newKey(random);
        try {
            var aes = Cipher.getInstance("AES/GCM/NoPadding");
            aes.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(key, "AES"),
                    new GCMParameterSpec(MosipEnvelope.TAG_BITS, last(both, NONCE_BYTES)));
            aes.updateAAD(last(both, ADDITIONAL_BYTES));
            return new MosipSealedFace(
                    MosipEnvelope.base64(aes.doFinal(record)),
                    MosipEnvelope.base64(MosipEnvelope.wrapped(key, ida, random)),
                    MosipEnvelope.hex(MosipEnvelope.sha256(ida.getEncoded())),
                    MosipEnvelope.hex(MosipEnvelope.sha256(chained(record))));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("the IDA's certificate does not encrypt", impossible);
        }
    }

    private static byte[] chained(byte[] record) throws GeneralSecurityException {
        byte[] before = MosipEnvelope.sha256(new byte[0]);
        byte[] chained = Arrays.copyOf(before, 2 * before.length);
        System.arraycopy(MosipEnvelope.sha256(record), 0, chained, before.length, before.length);
        return chained;
    }

    /** Byte by byte from the end; the shorter text has zeros before it. */
    private static byte[] xor(String one, String other) {
        byte[] a = one.getBytes(StandardCharsets.US_ASCII);
        byte[] b = other.getBytes(StandardCharsets.US_ASCII);
        byte[] both = new byte[Math.max(a.length, b.length)];
        System.arraycopy(a, 0, both, both.length - a.length, a.length);
        for (int i = 0; i < b.length; i++) {
            both[both.length - b.length + i] ^= b[i];
        }
        return both;
    }

    private static byte[] last(byte[] content, int bytes) {
        return Arrays.copyOfRange(content, content.length - bytes, content.length);
    }

    /** Says nothing of what it holds. */
    @Override
    public String toString() {
        return "MosipSealedFace[...]";
    }
}
