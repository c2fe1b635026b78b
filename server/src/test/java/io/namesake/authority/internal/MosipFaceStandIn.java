package io.namesake.authority.internal;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.X509CertUtils;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the IDA does with {@code request.biometrics}, in its order: who signed, who the device is, the sealed record, the hashes in a chain, what must be the same as in the
 * request around it, and at last what its matcher reads of the record.
 */
final class MosipFaceStandIn {
    private static final Duration ALLOWED = Duration.ofMinutes(5);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final KeyPair KEYS = TestCertificates.keys();
    private static final X509Certificate CERTIFICATE = TestCertificates.certificate("CN=IDA-FIR", KEYS);

    private final X509Certificate device;
    private final X509Certificate trustModule;
    private final Instant now;
    /** What the last device said, its digital id, and its record. */
    final AtomicReference<JsonNode> data = new AtomicReference<>();

    final AtomicReference<JsonNode> digitalId = new AtomicReference<>();
    final AtomicReference<Optional<FaceRecordReader.Face>> record = new AtomicReference<>();

    /** @param now the IDA's time */
    MosipFaceStandIn(X509Certificate device, X509Certificate trustModule, Instant now) {
        this.device = device;
        this.trustModule = trustModule;
        this.now = now;
    }

    X509Certificate certificate() {
        return CERTIFICATE;
    }

    /** @return the IDA's error code, or an empty text */
    String fault(JsonNode request, JsonNode biometrics) throws Exception {
        byte[] before = sha256(new byte[0]);
        for (var captured : biometrics) {
            var said = payload(captured.path("data").asString(), device);
            if (said == null) {
                return "IDA-MPA-001";
            }
            data.set(said);
            digitalId.set(payload(said.path("digitalId").asString(), trustModule));
            if (digitalId.get() == null) {
                return "IDA-MPA-001";
            }
            if (!captured.path("thumbprint").asString().equals(hex(sha256(CERTIFICATE.getEncoded())))) {
                return "IDA-MPA-004";
            }
            byte[] face;
            try {
                face = open(captured, said);
            } catch (AEADBadTagException other) {
                return "IDA-MPA-003";
            }
            before = sha256(concat(before, sha256(face)));
            if (!captured.path("hash").asString().equals(hex(before))) {
                return "IDA-BIA-014";
            }
            var fault = fault(request, said, face);
            if (!fault.isEmpty()) {
                return fault;
            }
        }
        return biometrics.size() > 1 ? "IDA-BIA-009" : "";
    }

    private String fault(JsonNode request, JsonNode said, byte[] face) throws Exception {
        for (var same : List.of("domainUri", "env")) {
            if (!said.path(same).asString().equals(request.path(same).asString())) {
                return "IDA-MLC-024";
            }
        }
        if (!said.path("transactionId")
                .asString()
                .equals(request.path("transactionID").asString())) {
            return "IDA-MLC-009";
        }
        if (!isRecent(said.path("timestamp").asString())
                || !isRecent(digitalId.get().path("dateTime").asString())) {
            return "IDA-MLC-001";
        }
        if (!said.path("bioType").asString().equals("Face")
                || !said.path("purpose").asString().equals("Auth")) {
            return "IDA-MLC-011";
        }
        if (isAnyMissing(said, "deviceCode", "deviceServiceVersion")
                || isAnyMissing(
                        digitalId.get(),
                        "serialNo",
                        "make",
                        "model",
                        "type",
                        "deviceSubType",
                        "deviceProvider",
                        "deviceProviderId")) {
            return "IDA-MLC-006";
        }
        record.set(FaceRecordReader.read(face));
        return record.get().isPresent() ? "" : "IDA-BIA-011";
    }

    private byte[] open(JsonNode captured, JsonNode said) throws Exception {
        var rsa = Cipher.getInstance("RSA/ECB/OAEPPadding");
        rsa.init(Cipher.DECRYPT_MODE, KEYS.getPrivate(), MosipEnvelope.OAEP);
        byte[] key = rsa.doFinal(bytes(captured, "sessionKey"));
        byte[] both = xor(
                said.path("timestamp").asString(), said.path("transactionId").asString());
        var aes = Cipher.getInstance("AES/GCM/NoPadding");
        aes.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(key, "AES"),
                new GCMParameterSpec(128, both, both.length - 12, 12));
        aes.updateAAD(both, both.length - 16, 16);
        return aes.doFinal(bytes(said, "bioValue"));
    }

    /** @return null when somebody else signed it */
    private static JsonNode payload(String token, X509Certificate trusted) throws Exception {
        var signed = JWSObject.parse(token);
        var signer = X509CertUtils.parse(
                signed.getHeader().getX509CertChain().getFirst().decode());
        return trusted.equals(signer) && signed.verify(new RSASSAVerifier((RSAPublicKey) trusted.getPublicKey()))
                ? JSON.readTree(signed.getPayload().toBytes())
                : null;
    }

    private boolean isRecent(String time) {
        try {
            var age = Duration.between(Instant.parse(time), now);
            return !age.isNegative() && age.compareTo(ALLOWED) <= 0;
        } catch (DateTimeParseException otherForm) {
            return false;
        }
    }

    private static boolean isAnyMissing(JsonNode json, String... fields) {
        return Arrays.stream(fields)
                .anyMatch(field -> json.path(field).asString("").isBlank());
    }

    private static byte[] xor(String longer, String shorter) {
        byte[] both = longer.getBytes(StandardCharsets.US_ASCII);
        for (int i = 1; i <= shorter.length(); i++) {
            both[both.length - i] ^= (byte) shorter.charAt(shorter.length() - i);
        }
        return both;
    }

    private static byte[] concat(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    private static byte[] bytes(JsonNode json, String field) {
        return Base64.getUrlDecoder().decode(json.path(field).asString());
    }

    private static byte[] sha256(byte[] content) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(content);
    }

    private static String hex(byte[] content) {
        return HexFormat.of().withUpperCase().formatHex(content);
    }
}
