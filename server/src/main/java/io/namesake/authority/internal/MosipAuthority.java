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
import io.namesake.document.DocumentUnreadable;
import io.namesake.net.BoundedHttp;
import io.namesake.net.Exchange;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundles;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * MOSIP's ID Authentication (IDA) 1.2: name, birth date and, where configured, sex and face against an individual's id, by {@code POST /auth/...} or, for
 * partners whose policy is e-KYC, {@code POST /kyc/...}. The IDA compares and says whether all of it agrees; what e-KYC sends back about the person stays
 * encrypted and is thrown away.
 *
 * <p>The IDA takes a face only from a capture device that its country has registered: {@link MosipDevice} signs in the name of one, if there is one.
 */
final class MosipAuthority implements IdentityAuthority {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final BoundedHttp http;
    private final URI url;
    private final Mosip settings;
    private final MosipKeys keys;
    private final boolean face;
    private final MosipRequest request;
    private final Clock clock;

    /** @param device takes the face; empty when none is sent */
    MosipAuthority(
            BoundedHttp http,
            URI base,
            Mosip settings,
            MosipKeys keys,
            Optional<MosipDevice> device,
            SecureRandom random,
            Clock clock) {
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
        this.face = device.isPresent();
        this.request = new MosipRequest(settings, keys.ida(), device, random);
        this.clock = clock;
    }

    static MosipAuthority of(
            AuthoritySettings settings, BoundedHttp http, SslBundles bundles, SecureRandom random, Clock clock) {
        var mosip = settings.mosip();
        return new MosipAuthority(
                http,
                settings.url(),
                mosip,
                MosipKeys.read(mosip, bundles),
                settings.face() ? Optional.of(MosipDevice.of(mosip, bundles, random)) : Optional.empty(),
                random,
                clock);
    }

    private record Said(
            @Nullable String transactionID,
            @Nullable Response response,
            @Nullable List<MosipError> errors) {

        private record Response(
                @Nullable Boolean authStatus, @Nullable Boolean kycStatus) {}

        private boolean agrees() {
            return response != null
                    && (Boolean.TRUE.equals(response.authStatus) || Boolean.TRUE.equals(response.kycStatus));
        }

        private AuthorityAnswer answer() {
            if (errors != null && !errors.isEmpty()) {
                return MosipErrors.answer(errors);
            }
            return agrees() ? new AuthorityAnswer.Match() : Unavailable.because(Cause.BROKEN);
        }
    }

    @Override
    public AuthorityAnswer ask(AuthorityQuestion question) throws InterruptedException {
        var id = individualId(question);
        if (id.isEmpty()) {
            // Nothing that this register could find anybody by.
            return new AuthorityAnswer.Unknown();
        }
        byte[] body;
        try {
            body = request.body(question, id.get(), clock.instant());
        } catch (DocumentUnreadable nothingToCompare) {
            // Such a picture says nothing about the IDA, which is not asked; a person looks.
            return new AuthorityAnswer.Unknown();
        }
        return switch (http.call(
                "POST",
                url,
                Map.of("Signature", MosipSignature.detached(body, keys.partner()), "Authorization", "Authorization"),
                body)) {
            case Exchange.Failed(var why) -> Unanswered.because(why);
            case Exchange.Answered answered -> read(answered, MosipRequest.transaction(question));
        };
    }

    @Override
    public boolean needsFace() {
        return face;
    }

    private Optional<String> individualId(AuthorityQuestion question) {
        return settings.individualId() == IndividualId.PERSONAL_NUMBER
                ? question.person().personalNumber()
                : Optional.of(question.document().number());
    }

    private AuthorityAnswer read(Exchange.Answered answered, String transaction) {
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
            var answer = said.answer();
            // A signature says who answered, and not what was asked. Whoever could not read the question repeats
            // nothing.
            return answer instanceof Unavailable || transaction.equals(said.transactionID())
                    ? answer
                    : Unavailable.because(Cause.BROKEN);
        } catch (JacksonException notJson) {
            return Unavailable.because(Cause.BROKEN);
        }
    }

    private static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
