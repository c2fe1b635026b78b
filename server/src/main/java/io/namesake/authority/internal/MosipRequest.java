package io.namesake.authority.internal;

import io.namesake.authority.AuthorityQuestion;
import io.namesake.authority.AuthorityQuestion.Person;
import io.namesake.authority.internal.AuthoritySettings.Mosip;
import io.namesake.authority.internal.AuthoritySettings.Mosip.Operation;
import io.namesake.document.DocumentUnreadable;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** What the IDA is sent: a question in the form of its API, the part about the person encrypted. */
final class MosipRequest {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy/MM/dd", Locale.ROOT);
    private static final String VERSION = "1.0";
    private static final long TRANSACTIONS = 10_000_000_000L;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Mosip settings;
    private final X509Certificate ida;
    private final Optional<MosipDevice> device;
    private final SecureRandom random;

    /** @param device takes the face; empty when none is sent */
    MosipRequest(Mosip settings, X509Certificate ida, Optional<MosipDevice> device, SecureRandom random) {
        this.settings = settings;
        this.ida = ida;
        this.device = device;
        this.random = random;
    }

    /**
     * @param id of the individual
     * @throws DocumentUnreadable when there is a selfie that cannot be made into what the IDA reads
     */
    byte[] body(AuthorityQuestion question, String id, Instant at) throws DocumentUnreadable {
        var now = TIME.format(at);
        var request = new LinkedHashMap<String, Object>();
        request.put("timestamp", now);
        request.put("demographics", demographics(question.person()));
        request.put("biometrics", biometrics(question, at));
        var sealed = MosipEnvelope.seal(JSON.writeValueAsBytes(request), ida, random);
        var body = new LinkedHashMap<String, Object>();
        body.put("id", settings.operation() == Operation.KYC ? "mosip.identity.kyc" : "mosip.identity.auth");
        body.put("version", VERSION);
        body.put("specVersion", VERSION);
        body.put("individualId", id);
        body.put("individualIdType", settings.individualIdType());
        body.put("transactionID", transaction(question));
        body.put("requestTime", now);
        body.put("env", settings.environment());
        body.put("domainUri", settings.domainUri());
        body.put("consentObtained", true);
        body.put("thumbprint", sealed.thumbprint());
        body.put("requestSessionKey", sealed.requestSessionKey());
        body.put("requestHMAC", sealed.requestHMAC());
        body.put("request", sealed.request());
        body.put("metadata", Map.of());
        if (settings.operation() == Operation.KYC) {
            // We want to know whether it agrees, and nothing back.
            body.put("allowedKycAttributes", List.of());
        }
        return JSON.writeValueAsBytes(body);
    }

    private Map<String, Object> demographics(Person person) {
        var demographics = new LinkedHashMap<String, Object>();
        demographics.put("name", inLanguage((person.givenNames() + " " + person.familyName()).strip()));
        demographics.put("dob", DATE.format(person.birth()));
        person.sex()
                .map(settings::gender)
                .filter(word -> !word.isBlank())
                .ifPresent(word -> demographics.put("gender", inLanguage(word)));
        return demographics;
    }

    private List<Map<String, String>> inLanguage(String value) {
        return List.of(Map.of("language", settings.language(), "value", value));
    }

    private List<Map<String, String>> biometrics(AuthorityQuestion question, Instant now) throws DocumentUnreadable {
        if (device.isEmpty() || question.selfie().isEmpty()) {
            return List.of();
        }
        var selfie = question.selfie().get();
        return List.of(device.get().capture(FaceRecord.of(selfie), selfie.takenAt(), transaction(question), now));
    }

    /** Ten digits, the same for the same question. The IDA repeats them in its answer. */
    static String transaction(AuthorityQuestion question) {
        return "%010d".formatted(Math.floorMod(question.id().getMostSignificantBits(), TRANSACTIONS));
    }
}
