package io.namesake.authority.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.authority.AuthorityAnswer;
import io.namesake.authority.AuthorityAnswer.Unavailable;
import io.namesake.authority.AuthorityAnswer.Unavailable.Cause;
import io.namesake.authority.IdentityAuthority;
import io.namesake.authority.internal.AuthoritySettings.Mosip;
import io.namesake.authority.internal.AuthoritySettings.Mosip.IndividualId;
import io.namesake.authority.internal.AuthoritySettings.Mosip.Operation;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The MOSIP adapter, against a stand-in that opens what was sent. No real IDA was asked. */
class MosipAuthorityTest extends IdentityAuthorityContract {
    private static final KeyPair KEYS = MosipStandIn.keys();
    private static final X509Certificate PARTNER = MosipStandIn.certificate("CN=partner", KEYS);
    private static final X509Certificate NOBODY = MosipStandIn.certificate("CN=nobody", KEYS);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T10:00:00.123Z"), ZoneOffset.UTC);

    private X509Certificate ida = NOBODY;
    private Optional<X509Certificate> answers = Optional.empty();

    @Override
    URI stage(Scene scene) throws Exception {
        return standIn(scene).url();
    }

    private MosipStandIn standIn(Scene scene) throws Exception {
        var standIn = closedAfterwards(new MosipStandIn(scene, PARTNER));
        ida = standIn.certificate();
        return standIn;
    }

    @Override
    IdentityAuthority adapter(URI authority) {
        return adapter(authority, Operation.AUTH, PARTNER);
    }

    private IdentityAuthority adapter(URI authority, Operation operation, X509Certificate partner) {
        var settings = new Mosip(
                "LICENSE",
                "partner-1",
                "api-key-1",
                "https://mosip.example",
                "Staging",
                Path.of("ida.pem"),
                null,
                "partner",
                IndividualId.PERSONAL_NUMBER,
                "UIN",
                "eng",
                operation);
        var keys = new MosipKeys(ida, answers, partner, KEYS.getPrivate());
        return new MosipAuthority(http(), authority, settings, keys, new SecureRandom(), CLOCK);
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void the_ida_opens_what_it_was_sent_and_finds_name_and_birth_date(Operation operation) throws Exception {
        var standIn = standIn(Scene.AGREES);
        assertThat(adapter(standIn.url(), operation, PARTNER).ask(question())).isEqualTo(new AuthorityAnswer.Match());
        var request = standIn.request.get();
        assertThat(request.path("id").asString())
                .isEqualTo("mosip.identity." + (operation == Operation.KYC ? "kyc" : "auth"));
        assertThat(request.path("individualId").asString()).isEqualTo("ZE184226B");
        assertThat(request.path("individualIdType").asString()).isEqualTo("UIN");
        assertThat(request.path("requestTime").asString()).isEqualTo("2026-11-24T10:00:00.123Z");
        assertThat(request.path("transactionID").asString()).matches("[0-9]{10}");
        assertThat(request.path("consentObtained").asBoolean()).isTrue();
        assertThat(request.path("env").asString()).isEqualTo("Staging");
        assertThat(request.path("domainUri").asString()).isEqualTo("https://mosip.example");
        var opened = standIn.opened.get();
        assertThat(opened.at("/demographics/name/0/value").asString()).isEqualTo("Anna Maria Eriksson");
        assertThat(opened.at("/demographics/name/0/language").asString()).isEqualTo("eng");
        assertThat(opened.at("/demographics/dob").asString()).isEqualTo("1974/08/12");
        assertThat(opened.at("/biometrics").size()).isZero();
        assertThat(opened.at("/timestamp").asString()).isEqualTo("2026-11-24T10:00:00.123Z");
    }

    @Test
    void a_request_that_the_ida_cannot_open_is_no_verdict() throws Exception {
        var standIn = standIn(Scene.AGREES);
        ida = NOBODY;
        assertThat(adapter(standIn.url()).ask(question())).isEqualTo(Unavailable.because(Cause.NOT_ALLOWED));
    }

    @Test
    void an_answer_counts_only_when_the_configured_certificate_signed_it() throws Exception {
        var standIn = standIn(Scene.AGREES);
        answers = Optional.of(standIn.certificate());
        assertThat(adapter(standIn.url()).ask(question())).isEqualTo(new AuthorityAnswer.Match());
        answers = Optional.of(PARTNER);
        assertThat(adapter(standIn.url()).ask(question())).isEqualTo(Unavailable.because(Cause.BROKEN));
    }

    @Test
    void a_signature_of_another_partner_is_no_verdict() throws Exception {
        var standIn = standIn(Scene.AGREES);
        assertThat(adapter(standIn.url(), Operation.AUTH, NOBODY).ask(question()))
                .isEqualTo(Unavailable.because(Cause.NOT_ALLOWED));
    }

    @ParameterizedTest
    @CsvSource({
        "IDA-MLC-002, UNKNOWN", "IDA-DEA-003, UNKNOWN", "IDA-DEA-001, MISMATCH", "IDA-BIA-001, MISMATCH",
        "IDA-MLC-003, MISMATCH", "IDA-MLC-007, UNAVAILABLE", "IDA-MPA-008, UNAVAILABLE", "IDA-XYZ-999, UNAVAILABLE",
        "'', UNAVAILABLE"
    })
    void only_codes_that_we_know_say_something_about_a_person(String code, String kind) {
        var error = new MosipErrors.MosipError(code, "Demographic data name in eng did not match", null);
        assertThat(MosipErrors.answer(List.of(error)).kind()).isEqualTo(kind);
    }
}
