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
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stands in for MOSIP's IDA: opens what was sent as the IDA would, and refuses what it could not open. */
final class MosipStandIn implements AutoCloseable {
    static final String PATH = "/idauthentication/v1/auth/LICENSE/partner-1/api-key-1";
    private static final String AGREES = """
            {"id":"mosip.identity.auth","version":"1.0","responseTime":"2026-11-24T10:00:00.000Z",
             "transactionID":"1234567890","response":{"authStatus":true,"authToken":"t"},"errors":null}
            """;
    private static final String KYC_AGREES = """
            {"id":"mosip.identity.kyc","version":"1.0","transactionID":"1234567890","response":{"kycStatus":true,
             "authToken":"t","thumbprint":"x","identity":"c2VhbGVk","sessionKey":"a2V5"},"errors":null}
            """;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final KeyPair keys = keys();
    private final X509Certificate certificate = certificate("CN=IDA", keys);
    private final X509Certificate partner;
    private final Scene scene;
    private final HttpServer server;
    final AtomicReference<JsonNode> request = new AtomicReference<>();
    final AtomicReference<JsonNode> opened = new AtomicReference<>();

    MosipStandIn(Scene scene, X509Certificate partner) throws IOException {
        this.scene = scene;
        this.partner = partner;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/idauthentication/v1");
    }

    X509Certificate certificate() {
        return certificate;
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
        byte[] thumbprint = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        if (!Arrays.equals(thumbprint, bytes(json, "thumbprint"))) {
            return "IDA-MPA-004";
        }
        var rsa = Cipher.getInstance("RSA/ECB/OAEPPadding");
        rsa.init(Cipher.DECRYPT_MODE, keys.getPrivate(), MosipEnvelope.OAEP);
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
        return json.path("consentObtained").asBoolean() ? "" : "IDA-MLC-012";
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
        byte[] body = fault.isEmpty()
                ? scene(exchange.getRequestURI().getPath().contains("/kyc/"))
                : error(fault, "it failed");
        if (scene == Scene.AGREES) {
            exchange.getResponseHeaders().set("response-signature", signature(body));
        }
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private String signature(byte[] body) {
        try {
            var signed = new JWSObject(new JWSHeader(JWSAlgorithm.RS256), new Payload(body));
            signed.sign(new RSASSASigner(keys.getPrivate()));
            return signed.serialize(true);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] scene(boolean kyc) {
        return switch (scene) {
            case OTHER_BIRTH_DATE -> error("IDA-DEA-001", "Demographic data dob did not match");
            case WITHDRAWN -> error("IDA-MLC-022", "UIN is deactivated/blocked");
            case DOES_NOT_KNOW -> error("IDA-MLC-018", "UIN not available in database");
            case DOES_NOT_LET_US -> error("IDA-MPA-012", "Partner is deactivated");
            case GARBAGE -> "<html>It works!</html>".getBytes(StandardCharsets.UTF_8);
            case EMPTY -> new byte[0];
            case HUGE -> new byte[32 * 1024 * 1024];
            default -> (kyc ? KYC_AGREES : AGREES).getBytes(StandardCharsets.UTF_8);
        };
    }

    private static byte[] error(String code, String message) {
        return """
                {"id":"mosip.identity.auth","version":"1.0","response":{"authStatus":false,"authToken":null},
                 "errors":[{"errorCode":"%s","errorMessage":"%s"}]}
                """.formatted(code, message).getBytes(StandardCharsets.UTF_8);
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

    static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static X509Certificate certificate(String name, KeyPair keys) {
        return certificate(name, keys, Optional.empty());
    }

    /** One for a server on this machine. */
    static X509Certificate serverCertificate(KeyPair keys) {
        return certificate("CN=localhost", keys, Optional.of("localhost"));
    }

    private static X509Certificate certificate(String name, KeyPair keys, Optional<String> host) {
        try {
            var subject = new X500Principal(name);
            var now = Instant.now();
            var builder = new JcaX509v3CertificateBuilder(
                    subject,
                    BigInteger.ONE,
                    Date.from(now.minusSeconds(60)),
                    Date.from(now.plusSeconds(86_400)),
                    subject,
                    keys.getPublic());
            if (host.isPresent()) {
                builder.addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(GeneralName.dNSName, host.get())));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate())));
        } catch (OperatorCreationException | CertificateException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
