package io.namesake.authority.internal;

import io.namesake.authority.internal.AuthoritySettings.Mosip;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.ssl.SslBundles;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plays the device service of MOSIP's Secure Biometric Interface (SBI 0.9.5, its "auth capture") for one picture of a face: says in the device's name what was taken and
 * when, seals the picture for the IDA, and signs. It is software with a key: whether a country's MOSIP registers such a device is that country's decision.
 */
final class MosipDevice {
    private static final String SPECIFICATION = "0.9.5";
    private static final String FACE = "Face";
    /** As the IDA reads it first; it has no fractions of a second. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Mosip settings;
    private final MosipSigner signer;
    private final MosipSigner trustModule;
    private final X509Certificate ida;
    private final SecureRandom random;

    MosipDevice(Mosip settings, MosipSigner signer, MosipSigner trustModule, X509Certificate ida, SecureRandom random) {
        this.settings = settings;
        this.signer = signer;
        this.trustModule = trustModule;
        this.ida = ida;
        this.random = random;
    }

    /** @throws IllegalArgumentException when a file or a bundle is not what it should be */
    static MosipDevice of(Mosip settings, SslBundles bundles, SecureRandom random) {
        var device = settings.device();
        var signer = MosipSigner.of("device.signing-bundle", device.signingBundle(), bundles);
        var trustModule = device.trustModuleBundle().isBlank()
                ? signer
                : MosipSigner.of("device.trust-module-bundle", device.trustModuleBundle(), bundles);
        var ida = MosipKeys.certificate("device.ida-certificate", device.idaCertificate());
        return new MosipDevice(settings, signer, trustModule, ida, random);
    }

    /**
     * A member of {@code request.biometrics}. It says no score: none was asked of us, and what we measure of a face is no quality score of MOSIP's.
     *
     * @param record ISO/IEC 19794-5:2011
     * @param takenAt when the picture was taken; the IDA refuses old ones
     * @param transaction of the request, ten digits
     * @param now when the device signs
     */
    Map<String, String> capture(byte[] record, Instant takenAt, String transaction, Instant now) {
        var timestamp = TIME.format(takenAt);
        var sealed = MosipSealedFace.seal(record, timestamp, transaction, ida, random);
        // No bioSubType: a face has none.
        var data = new LinkedHashMap<String, String>();
        data.put("digitalId", digitalId(now));
        data.put("deviceCode", settings.device().code());
        data.put("deviceServiceVersion", settings.device().serviceVersion());
        data.put("bioType", FACE);
        data.put("purpose", "Auth");
        data.put("env", settings.environment());
        data.put("domainUri", settings.domainUri());
        data.put("bioValue", sealed.bioValue());
        data.put("transactionId", transaction);
        data.put("timestamp", timestamp);
        var captured = new LinkedHashMap<String, String>();
        captured.put("specVersion", SPECIFICATION);
        captured.put("data", MosipSignature.token(JSON.writeValueAsBytes(data), signer));
        captured.put("hash", sealed.hash());
        captured.put("sessionKey", sealed.sessionKey());
        captured.put("thumbprint", sealed.thumbprint());
        return captured;
    }

    private String digitalId(Instant now) {
        var device = settings.device();
        var id = new LinkedHashMap<String, String>();
        id.put("serialNo", device.serialNumber());
        id.put("make", device.make());
        id.put("model", device.model());
        id.put("type", FACE);
        id.put("deviceSubType", "Full face");
        id.put("deviceProvider", device.provider());
        id.put("deviceProviderId", device.providerId());
        id.put("dateTime", TIME.format(now));
        return MosipSignature.token(JSON.writeValueAsBytes(id), trustModule);
    }
}
