package io.namesake.authority.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;

/**
 * The encrypted part of a request to MOSIP's IDA (ID Authentication API 1.2; the field names are its own): the request under a new AES-256-GCM key, that key under
 * the IDA's certificate (RSA-OAEP with SHA-256), and the request's SHA-256 in capital hex under the same AES key.
 *
 * @param request base64url, ciphertext and tag followed by the 16 bytes of the nonce
 * @param requestSessionKey base64url
 * @param requestHMAC base64url, like {@code request}
 * @param thumbprint SHA-256 of the certificate, base64url
 */
record MosipEnvelope(String request, String requestSessionKey, String requestHMAC, String thumbprint) {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 16;
    static final int TAG_BITS = 128;
    static final OAEPParameterSpec OAEP =
            new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

    static MosipEnvelope seal(byte[] request, X509Certificate ida, SecureRandom random) {
        try {
            byte[] key = newKey(random);
            return new MosipEnvelope(
                    base64(encrypt(request, key, random)),
                    base64(wrapped(key, ida, random)),
                    base64(encrypt(hex(sha256(request)).getBytes(StandardCharsets.US_ASCII), key, random)),
                    base64(sha256(ida.getEncoded())));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("the IDA's certificate does not encrypt", impossible);
        }
    }

    static byte[] newKey(SecureRandom random) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return key;
    }

    /** A key under the IDA's certificate. */
    static byte[] wrapped(byte[] key, X509Certificate ida, SecureRandom random) throws GeneralSecurityException {
        var rsa = Cipher.getInstance("RSA/ECB/OAEPPadding");
        rsa.init(Cipher.ENCRYPT_MODE, ida.getPublicKey(), OAEP, random);
        return rsa.doFinal(key);
    }

    private static byte[] encrypt(byte[] content, byte[] key, SecureRandom random) throws GeneralSecurityException {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var aes = Cipher.getInstance("AES/GCM/NoPadding");
        aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        byte[] sealed = new byte[aes.getOutputSize(content.length) + NONCE_BYTES];
        int length = aes.doFinal(content, 0, content.length, sealed);
        System.arraycopy(nonce, 0, sealed, length, NONCE_BYTES);
        return sealed;
    }

    static byte[] sha256(byte[] content) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(content);
    }

    /** Capital letters, as MOSIP compares it. */
    static String hex(byte[] content) {
        return HexFormat.of().withUpperCase().formatHex(content);
    }

    static String base64(byte[] content) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(content);
    }

    /** Says nothing of what it holds. */
    @Override
    public String toString() {
        return "MosipEnvelope[...]";
    }
}
