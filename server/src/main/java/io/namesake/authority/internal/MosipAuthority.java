package io.namesake.authority.internal;

import io.namesake.authority.AuthorityAnswer;
import io.namesake.authority.AuthorityAnswer.Unavailable;
import io.namesake.authority.AuthorityAnswer.Unavailable.Cause;
import io.namesake.authority.AuthorityQuestion;
import io.namesake.authority.IdentityAuthority;
import io.namesake.authority.internal.AuthoritySettings.Mosip;
import io.namesake.authority.internal.AuthoritySettings.Mosip.IndividualId;
import io.namesake.authority.internal.AuthoritySettings.Mosip.Operation;
import io.namesake.authority.internal.MosipErrors.MosipError;
import io.namesake.net.BoundedHttp;
import io.namesake.net.Exchange;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundles;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * MOSIP's ID Authentication (IDA) 1.2, demographic authentication: name and birth date against an individual's id, by {@code POST /auth/...} or, for
 * partners whose policy is e-KYC, {@code POST /kyc/...}. What e-KYC sends back about the person stays encrypted and is thrown away.
 *
 * <p>A face is not sent: the IDA takes biometrics only from a capture device that is registered with MOSIP and signs them itself, which a browser is not.
 */
final class MosipAuthority implements IdentityAuthority {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy/MM/dd", Locale.ROOT);
    private static final String VERSION = "1.0";
    private static final long TRANSACTIONS = 10_000_000_000L;
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final BoundedHttp http;
    private final URI url;
    private final Mosip settings;
    private final MosipKeys keys;
    private final SecureRandom random;
    private final Clock clock;

    MosipAuthority(BoundedHttp http, URI base, Mosip settings, MosipKeys keys, SecureRandom random, Clock clock) {
        this.http = http;
        var root = base.toString();
        this.url = URI.create((root.endsWith("/") ? root : root + "/")
                + String.join(
                        "/",
                        settings.operation() == Operation.KYC ? "kyc" : "auth",
                        part(settings.licenseKey()),
                        part(settings.partnerId()),
                        part(settings.apiKey())));
        this.settings = settings;
        this.keys = keys;
        this.random = random;
        this.clock = clock;
    }

    static MosipAuthority of(
            AuthoritySettings settings, BoundedHttp http, SslBundles bundles, SecureRandom random, Clock clock) {
        if (settings.face()) {
            throw new IllegalArgumentException(
                    "namesake.authority.face: MOSIP takes a face from registered capture devices only");
        }
        var keys = MosipKeys.read(settings.mosip(), bundles);
        return new MosipAuthority(http, settings.url(), settings.mosip(), keys, random, clock);
    }

    private record Said(
            @Nullable Response response, @Nullable List<MosipError> errors) {

        private record Response(
                @Nullable Boolean authStatus, @Nullable Boolean kycStatus) {}

        private boolean agrees() {
            return response != null
                    && (Boolean.TRUE.equals(response.authStatus) || Boolean.TRUE.equals(response.kycStatus));
        }
    }

    @Override
    public AuthorityAnswer ask(AuthorityQuestion question) throws InterruptedException {
        var id = individualId(question);
        if (id.isEmpty()) {
            // Nothing that this register could find anybody by.
            return new AuthorityAnswer.Unknown();
        }
        byte[] body = body(question, id.get());
        return switch (http.call(
                "POST",
                url,
                Map.of(
                        "Signature",
                        MosipSignature.sign(body, keys.partner(), keys.key()),
                        "Authorization",
                        "Authorization"),
                body)) {
            case Exchange.Failed(var why) -> Unanswered.because(why);
            case Exchange.Answered answered -> read(answered);
        };
    }

    @Override
    public boolean needsFace() {
        return false;
    }

    private Optional<String> individualId(AuthorityQuestion question) {
        return settings.individualId() == IndividualId.PERSONAL_NUMBER
                ? question.person().personalNumber()
                : Optional.of(question.document().number());
    }

    private byte[] body(AuthorityQuestion question, String id) {
        var now = TIME.format(clock.instant());
        var person = question.person();
        var name = (person.givenNames() + " " + person.familyName()).strip();
        var request = new LinkedHashMap<String, Object>();
        request.put("timestamp", now);
        request.put(
                "demographics",
                Map.of(
                        "name", List.of(Map.of("language", settings.language(), "value", name)),
                        "dob", DATE.format(person.birth())));
        request.put("biometrics", List.of());
        var sealed = MosipEnvelope.seal(JSON.writeValueAsBytes(request), keys.ida(), random);
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

    /** Ten digits, the same for the same question. */
    private static String transaction(AuthorityQuestion question) {
        return "%010d".formatted(Math.floorMod(question.id().getMostSignificantBits(), TRANSACTIONS));
    }

    private AuthorityAnswer read(Exchange.Answered answered) {
        if (answered.status() != 200) {
            return Unanswered.because(answered);
        }
        if (keys.answers().isPresent()
                && !MosipSignature.isRight(
                        answered.header("response-signature").orElse(""),
                        answered.body(),
                        keys.answers().get())) {
            return Unavailable.because(Cause.BROKEN);
        }
        try {
            var said = JSON.readValue(answered.body(), Said.class);
            if (said == null) {
                return Unavailable.because(Cause.BROKEN);
            }
            if (said.errors() != null && !said.errors().isEmpty()) {
                return MosipErrors.answer(said.errors());
            }
            return said.agrees() ? new AuthorityAnswer.Match() : Unavailable.because(Cause.BROKEN);
        } catch (JacksonException notJson) {
            return Unavailable.because(Cause.BROKEN);
        }
    }

    private static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
