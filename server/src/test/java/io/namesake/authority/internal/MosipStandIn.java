package io.namesake.authority.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.X509CertUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.namesake.authority.internal.IdentityAuthorityContract.Scene;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stands in for MOSIP's IDA: opens what was sent as the IDA would, and refuses what it could not open. */
final class MosipStandIn implements AutoCloseable {
    static final String PATH = "/idauthentication/v1/auth/LICENSE/partner-1/api-key-1";
    private static final String AGREES = """
            {"id":"mosip.identity.auth","version":"1.0","responseTime":"2026-11-24T10:00:00.000Z",
             "transactionID":"%s","response":{"authStatus":true,"authToken":"t"},"errors":null}
            """;
    private static final String KYC_AGREES = """
            {"id":"mosip.identity.kyc","version":"1.0","transactionID":"%s","response":{"kycStatus":true,
             "authToken":"t","thumbprint":"x","identity":"c2VhbGVk","sessionKey":"a2V5"},"errors":null}
            """;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final KeyPair KEYS = TestCertificates.keys();
    private static final X509Certificate CERTIFICATE = TestCertificates.certificate("CN=IDA", KEYS);

    private final X509Certificate partner;
    private final Scene scene;
    private final Optional<MosipFaceStandIn> faces;
    private final HttpServer server;
    final AtomicReference<JsonNode> request = new AtomicReference<>();
    final AtomicReference<JsonNode> opened = new AtomicReference<>();
    private volatile byte[] said = new byte[0];
    private volatile boolean repeats;

    /** One that takes no face. */
    MosipStandIn(Scene scene, X509Certificate partner) throws IOException {
        this(scene, partner, Optional.empty());
    }

    MosipStandIn(Scene scene, X509Certificate partner, Optional<MosipFaceStandIn> faces) throws IOException {
        this.scene = scene;
        this.partner = partner;
        this.faces = faces;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/idauthentication/v1");
    }

    X509Certificate certificate() {
        return CERTIFICATE;
    }

    /** From now on whoever asks gets the answer that was given last, signature and all. */
    void repeats() {
        repeats = true;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (!exchange.getRequestURI().getPath().equals(PATH)
                    && !exchange.getRequestURI().getPath().equals(PATH.replace("/auth/", "/kyc/"))) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            String fault;
            try {
                fault = open(body, exchange.getRequestHeaders().getFirst("Signature"));
            } catch (Exception cannotBeOpened) {
                fault = "IDA-MPA-003";
            }
            answer(exchange, fault);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the IDA checks, in its own order. @return its error code, or an empty text */
    private String open(byte[] body, String signature) throws Exception {
        var signed = JWSObject.parse(signature, new Payload(body));
        var signer = X509CertUtils.parse(
                signed.getHeader().getX509CertChain().getFirst().decode());
        if (!partner.equals(signer) || !signed.verify(new RSASSAVerifier((RSAPublicKey) partner.getPublicKey()))) {
            return "IDA-MPA-001";
        }
        var json = JSON.readTree(body);
        request.set(json);
        byte[] thumbprint = MessageDigest.getInstance("SHA-256").digest(CERTIFICATE.getEncoded());
        if (!Arrays.equals(thumbprint, bytes(json, "thumbprint"))) {
            return "IDA-MPA-004";
        }
        var rsa = Cipher.getInstance("RSA/ECB/OAEPPadding");
        rsa.init(Cipher.DECRYPT_MODE, KEYS.getPrivate(), MosipEnvelope.OAEP);
        byte[] key = rsa.doFinal(bytes(json, "requestSessionKey"));
        byte[] content = decrypt(bytes(json, "request"), key);
        var hash = new String(decrypt(bytes(json, "requestHMAC"), key), StandardCharsets.US_ASCII);
        var right = HexFormat.of()
                .withUpperCase()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        if (!hash.equals(right)) {
            return "IDA-MPA-016";
        }
        opened.set(JSON.readTree(content));
        return json.path("consentObtained").asBoolean() ? biometricFault(json) : "IDA-MLC-012";
    }

    private String biometricFault(JsonNode json) throws Exception {
        var biometrics = opened.get().path("biometrics");
        if (biometrics.isEmpty()) {
            return "";
        }
        return faces.isPresent() ? faces.get().fault(json, biometrics) : "IDA-MLC-011";
    }

    private void answer(HttpExchange exchange, String fault) throws IOException, InterruptedException {
        switch (scene) {
            case SLOW -> Thread.sleep(20_000);
            case DROPS -> {
                return;
            }
            case BUSY_FOR_SEVEN_SECONDS -> {
                exchange.getResponseHeaders().set("Retry-After", "7");
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            default -> {}
        }
        if (!repeats) {
            said = fault.isEmpty()
                    ? scene(exchange.getRequestURI().getPath().contains("/kyc/"))
                    : error(fault, "it failed");
        }
        byte[] body = said;
        if (scene != Scene.HUGE) {
            exchange.getResponseHeaders().set("response-signature", signature(body));
        }
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private String signature(byte[] body) {
        try {
            var signed = new JWSObject(new JWSHeader(JWSAlgorithm.RS256), new Payload(body));
            signed.sign(new RSASSASigner(KEYS.getPrivate()));
            return signed.serialize(true);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] scene(boolean kyc) {
        return switch (scene) {
            case OTHER_BIRTH_DATE -> error("IDA-DEA-001", "Demographic data dob did not match");
            case OTHER_FACE -> error("IDA-BIA-001", "Biometric data did not match");
            case WITHDRAWN -> error("IDA-MLC-022", "UIN is deactivated/blocked");
            case DOES_NOT_KNOW -> error("IDA-MLC-018", "UIN not available in database");
            case DOES_NOT_LET_US -> error("IDA-MPA-012", "Partner is deactivated");
            case GARBAGE -> "<html>It works!</html>".getBytes(StandardCharsets.UTF_8);
            case EMPTY -> new byte[0];
            case HUGE -> new byte[32 * 1024 * 1024];
            default -> (kyc ? KYC_AGREES : AGREES).formatted(transaction()).getBytes(StandardCharsets.UTF_8);
        };
    }

    private byte[] error(String code, String message) {
        return """
                {"id":"mosip.identity.auth","version":"1.0","transactionID":"%s",
                 "response":{"authStatus":false,"authToken":null},"errors":[{"errorCode":"%s","errorMessage":"%s"}]}
                """.formatted(transaction(), code, message).getBytes(StandardCharsets.UTF_8);
    }

    private String transaction() {
        var asked = request.get();
        return asked == null ? "" : asked.path("transactionID").asString();
    }

    private static byte[] bytes(JsonNode json, String field) {
        return Base64.getUrlDecoder().decode(json.path(field).asString());
    }

    private static byte[] decrypt(byte[] sealed, byte[] key) throws Exception {
        int end = sealed.length - 16;
        var aes = Cipher.getInstance("AES/GCM/NoPadding");
        aes.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(key, "AES"),
                new GCMParameterSpec(128, Arrays.copyOfRange(sealed, end, sealed.length)));
        return aes.doFinal(sealed, 0, end);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
