package io.namesake.mylines;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A device that keeps one passkey: ES256, its user verified, no attestation (Web Authentication Level 3, sections 6.1, 6.5 and
 * 8.7). What it signs can be bent, as a thief would.
 */
public final class TestDevice {
    private static final int USER_PRESENT = 0x01;
    private static final int USER_VERIFIED = 0x04;
    private static final int HAS_KEY = 0x40;

    private final String origin;
    private final byte[] id;
    private final KeyPair key;
    private int signatures;

    public TestDevice(String origin) {
        this.origin = origin;
        this.id = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            this.key = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes the passkey. @param options what the server wants, as the browser hands it on */
    public Map<String, Object> creates(JsonNode options) {
        var client = client("webauthn.create", options);
        var data = new ByteArrayOutputStream();
        data.writeBytes(authenticatorData(options.at("/rp/id").asString(), USER_PRESENT | USER_VERIFIED | HAS_KEY));
        data.writeBytes(new byte[16]);
        data.writeBytes(ByteBuffer.allocate(2).putShort((short) id.length).array());
        data.writeBytes(id);
        data.writeBytes(coseKey());
        return credential(
                Map.of("clientDataJSON", text(client), "attestationObject", text(attestation(data.toByteArray()))));
    }

    /** Answers a sign-in. */
    public Map<String, Object> signs(JsonNode options) {
        return signs(options, USER_PRESENT | USER_VERIFIED);
    }

    /** Answers a sign-in without having verified who holds it. */
    public Map<String, Object> signsForAnybody(JsonNode options) {
        return signs(options, USER_PRESENT);
    }

    private Map<String, Object> signs(JsonNode options, int flags) {
        signatures++;
        var client = client("webauthn.get", options);
        var data = authenticatorData(options.get("rpId").asString(), flags);
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key.getPrivate());
            signature.update(data);
            signature.update(sha256(client));
            return credential(Map.of(
                    "clientDataJSON", text(client),
                    "authenticatorData", text(data),
                    "signature", text(signature.sign())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> credential(Map<String, Object> response) {
        return Map.of(
                "id", text(id),
                "rawId", text(id),
                "type", "public-key",
                "response", response,
                "clientExtensionResults", Map.of());
    }

    private byte[] client(String type, JsonNode options) {
        return JsonMapper.shared()
                .writeValueAsBytes(Map.of(
                        "type",
                        type,
                        "challenge",
                        options.get("challenge").asString(),
                        "origin",
                        origin,
                        "crossOrigin",
                        false));
    }

    private byte[] authenticatorData(String rpId, int flags) {
        return ByteBuffer.allocate(37)
                .put(sha256(rpId.getBytes(StandardCharsets.UTF_8)))
                .put((byte) flags)
                .putInt(signatures)
                .array();
    }

    /** RFC 9053, section 7.1.1, in CBOR: {1: 2, 3: -7, -1: 1, -2: x, -3: y}. */
    private byte[] coseKey() {
        var point = ((ECPublicKey) key.getPublic()).getW();
        var cbor = new ByteArrayOutputStream();
        cbor.writeBytes(new byte[] {(byte) 0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20});
        cbor.writeBytes(coordinate(point.getAffineX()));
        cbor.writeBytes(new byte[] {0x22, 0x58, 0x20});
        cbor.writeBytes(coordinate(point.getAffineY()));
        return cbor.toByteArray();
    }

    private static byte[] coordinate(BigInteger number) {
        var bytes = number.toByteArray();
        var field = new byte[32];
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, field, 32 - length, length);
        return field;
    }

    /** {"fmt": "none", "attStmt": {}, "authData": ...} in CBOR. */
    private static byte[] attestation(byte[] data) {
        var cbor = new ByteArrayOutputStream();
        cbor.write(0xA3);
        word(cbor, "fmt");
        word(cbor, "none");
        word(cbor, "attStmt");
        cbor.write(0xA0);
        word(cbor, "authData");
        cbor.write(0x58);
        cbor.write(data.length);
        cbor.writeBytes(data);
        return cbor.toByteArray();
    }

    private static void word(ByteArrayOutputStream cbor, String word) {
        cbor.write(0x60 + word.length());
        cbor.writeBytes(word.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
