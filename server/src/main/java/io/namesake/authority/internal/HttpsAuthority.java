package io.namesake.authority.internal;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.namesake.authority.Attribute;
import io.namesake.authority.AuthorityAnswer;
import io.namesake.authority.AuthorityAnswer.Unavailable;
import io.namesake.authority.AuthorityAnswer.Unavailable.Cause;
import io.namesake.authority.AuthorityQuestion;
import io.namesake.authority.IdentityAuthority;
import io.namesake.net.BoundedHttp;
import io.namesake.net.Exchange;
import java.net.URI;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** An authority that speaks our own protocol over HTTPS, docs/api/authority.yaml. */
final class HttpsAuthority implements IdentityAuthority {
    /** The detached signature of a body, of the request as of the answer. */
    static final String SIGNATURE = "Namesake-Signature";

    private static final JsonMapper JSON = JsonMapper.builder()
            // An authority may say more than we know.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final BoundedHttp http;
    private final URI url;
    private final boolean face;
    private final Optional<JWK> signingKey;
    private final Optional<JWKSet> responseKeys;
    private final Clock clock;

    HttpsAuthority(
            BoundedHttp http,
            URI url,
            boolean face,
            Optional<JWK> signingKey,
            Optional<JWKSet> responseKeys,
            Clock clock) {
        this.http = http;
        var base = url.toString();
        this.url = URI.create((base.endsWith("/") ? base : base + "/") + "v1/verifications");
        this.face = face;
        this.signingKey = signingKey;
        this.responseKeys = responseKeys;
        this.clock = clock;
    }

    /** What comes back; everything in it is somebody else's word. */
    private record Said(
            @Nullable String question,
            @Nullable String answer,
            @Nullable List<String> differs) {}

    @Override
    public AuthorityAnswer ask(AuthorityQuestion question) throws InterruptedException {
        byte[] body = JSON.writeValueAsBytes(QuestionJson.of(question, clock.instant()));
        Map<String, String> signature = signingKey
                .map(key -> Map.of(
                        SIGNATURE,
                        DetachedJws.sign(
                                body,
                                key,
                                Map.of(
                                        "iat", clock.instant().getEpochSecond(),
                                        "htm", "POST",
                                        "htu", url.toString()))))
                .orElse(Map.of());
        return switch (http.call("POST", url, signature, body)) {
            case Exchange.Failed(var why) -> Unanswered.because(why);
            case Exchange.Answered answered -> read(answered, question);
        };
    }

    @Override
    public boolean needsFace() {
        return face;
    }

    private AuthorityAnswer read(Exchange.Answered answered, AuthorityQuestion question) {
        if (answered.status() != 200) {
            return Unanswered.because(answered);
        }
        byte[] body = answered.body();
        if (responseKeys.isPresent()
                && !DetachedJws.isRight(
                        answered.header(SIGNATURE.toLowerCase(Locale.ROOT)).orElse(""), body, responseKeys.get())) {
            return Unavailable.because(Cause.BROKEN);
        }
        try {
            var said = JSON.readValue(body, Said.class);
            // The signed answer to another question must not pass for the answer to this one.
            if (said == null
                    || said.answer() == null
                    || !question.id().toString().equals(said.question())) {
                return Unavailable.because(Cause.BROKEN);
            }
            return switch (said.answer()) {
                case "MATCH" -> new AuthorityAnswer.Match();
                case "MISMATCH" -> new AuthorityAnswer.Mismatch(differs(said));
                case "UNKNOWN" -> new AuthorityAnswer.Unknown();
                default -> Unavailable.because(Cause.BROKEN);
            };
        } catch (JacksonException notJson) {
            return Unavailable.because(Cause.BROKEN);
        }
    }

    /** A name that we do not know is something about the document. */
    private static EnumSet<Attribute> differs(Said said) {
        var differs = EnumSet.noneOf(Attribute.class);
        for (var attribute : Attribute.values()) {
            if (said.differs() != null && said.differs().contains(attribute.name())) {
                differs.add(attribute);
            }
        }
        if (differs.isEmpty()) {
            differs.add(Attribute.DOCUMENT);
        }
        return differs;
    }
}
