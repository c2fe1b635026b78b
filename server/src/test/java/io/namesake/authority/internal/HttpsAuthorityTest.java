package io.namesake.authority.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import io.namesake.authority.AuthorityAnswer;
import io.namesake.authority.AuthorityAnswer.Unavailable;
import io.namesake.authority.AuthorityAnswer.Unavailable.Cause;
import io.namesake.authority.IdentityAuthority;
import io.namesake.authority.sandbox.AuthoritySandbox;
import io.namesake.authority.sandbox.SandboxScript;
import io.namesake.authority.sandbox.SandboxScript.Reply;
import io.namesake.authority.sandbox.SandboxScript.Reply.Fault;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** The HTTPS adapter, against the sandbox authority. Both sign. */
class HttpsAuthorityTest extends IdentityAuthorityContract {
    private static final ECKey OURS = key("namesake");
    private static final ECKey THEIRS = key("authority");

    @Override
    URI stage(Scene scene) throws Exception {
        return switch (scene) {
            case AGREES -> sandbox(Reply.of("MATCH"));
            case OTHER_BIRTH_DATE -> sandbox(Reply.of("MISMATCH", "BIRTH_DATE"));
            case OTHER_FACE -> sandbox(Reply.of("MISMATCH", "FACE"));
            case WITHDRAWN -> sandbox(Reply.of("MISMATCH", "SOMETHING_THAT_WE_DO_NOT_KNOW"));
            case DOES_NOT_KNOW -> sandbox(Reply.of("UNKNOWN"));
            case BUSY_FOR_SEVEN_SECONDS -> sandbox(new Reply(null, null, 503, 7, null, null));
            case DOES_NOT_LET_US -> sandbox(new Reply(null, null, 403, null, null, null));
            case SLOW -> sandbox(new Reply("MATCH", null, null, null, null, 20.0));
            case GARBAGE -> sandbox(fault(Fault.GARBAGE));
            case EMPTY -> sandbox(fault(Fault.OTHER_QUESTION));
            case HUGE -> sandbox(fault(Fault.HUGE));
            case DROPS -> sandbox(fault(Fault.DROP));
        };
    }

    @Override
    IdentityAuthority adapter(URI authority) {
        return new HttpsAuthority(
                http(),
                authority,
                false,
                Optional.of(OURS),
                Optional.of(new JWKSet(THEIRS.toPublicJWK())),
                Clock.systemUTC());
    }

    @ParameterizedTest
    @EnumSource(names = {"OTHER_QUESTION", "WRONG_SIGNATURE"})
    void an_answer_whose_signature_is_for_something_else_is_none(Fault fault) throws Exception {
        assertThat(adapter(sandbox(fault(fault))).ask(question())).isEqualTo(Unavailable.because(Cause.BROKEN));
    }

    @Test
    void an_answer_that_is_not_signed_is_none_where_signatures_are_asked_for() throws Exception {
        var unsigned = closedAfterwards(AuthoritySandbox.start(
                0, SandboxScript.always(Reply.of("MATCH")), Optional.empty(), Optional.empty(), _ -> {}));
        assertThat(adapter(unsigned.url()).ask(question())).isEqualTo(Unavailable.because(Cause.BROKEN));
        var trusting = new HttpsAuthority(
                http(), unsigned.url(), false, Optional.empty(), Optional.empty(), Clock.systemUTC());
        assertThat(trusting.ask(question())).isEqualTo(new AuthorityAnswer.Match());
    }

    @Test
    void a_question_that_is_not_signed_is_not_answered_where_signatures_are_asked_for() throws Exception {
        var unsigned = new HttpsAuthority(
                http(), sandbox(Reply.of("MATCH")), false, Optional.empty(), Optional.empty(), Clock.systemUTC());
        assertThat(unsigned.ask(question())).isEqualTo(Unavailable.because(Cause.NOT_ALLOWED));
    }

    @Test
    void what_is_sent_is_the_documents_fields_the_consent_and_no_picture() throws Exception {
        var sent = new AtomicReference<byte[]>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        closedAfterwards(() -> server.stop(0));
        server.createContext("/", exchange -> {
            sent.set(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        server.start();
        var question = question();
        adapter(URI.create("http://127.0.0.1:" + server.getAddress().getPort())).ask(question);
        var json = JsonMapper.builder().build().readTree(sent.get());
        assertThat(json.propertyNames())
                .containsExactlyInAnyOrder("question", "askedAt", "consent", "document", "person");
        assertThat(json.at("/question").asString()).isEqualTo(question.id().toString());
        assertThat(json.at("/document/number").asString()).isEqualTo("L898902C3");
        assertThat(json.at("/person/birthDate").asString()).isEqualTo("1974-08-12");
        assertThat(json.at("/consent/textVersion").asString()).isEqualTo("1-0f3a9c52");
        assertThat(new String(sent.get(), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain(question.applicationId().toString());
    }

    private URI sandbox(Reply reply) throws Exception {
        return closedAfterwards(AuthoritySandbox.start(
                        0,
                        new SandboxScript(List.of(), reply),
                        Optional.<JWK>of(THEIRS),
                        Optional.of(new JWKSet(OURS.toPublicJWK())),
                        _ -> {}))
                .url();
    }

    private static Reply fault(Fault fault) {
        return new Reply(null, null, null, null, fault, null);
    }

    private static ECKey key(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(id)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
        } catch (com.nimbusds.jose.JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
