package io.namesake.authority.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.authority.Attribute;
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
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The MOSIP adapter, against a stand-in that opens what was sent. No real IDA was asked. */
class MosipAuthorityTest extends IdentityAuthorityContract {
    private static final KeyPair KEYS = TestCertificates.keys();
    private static final X509Certificate PARTNER = TestCertificates.certificate("CN=partner", KEYS);
    private static final X509Certificate NOBODY = TestCertificates.certificate("CN=nobody", KEYS);
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
        return adapter(authority, settings(operation, "", ""), partner);
    }

    private IdentityAuthority adapter(URI authority, Mosip settings, X509Certificate partner) {
        var keys = new MosipKeys(ida, answers, new MosipSigner(partner, KEYS.getPrivate()));
        return new MosipAuthority(http(), authority, settings, keys, Optional.empty(), new SecureRandom(), CLOCK);
    }

    static Mosip settings(Operation operation, String female, String male) {
        return new Mosip(
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
                female,
                male,
                operation,
                new MosipDeviceSettings(
                        "device",
                        "",
                        Path.of("ida-fir.pem"),
                        "code-1",
                        "1.0.0",
                        "000000000001",
                        "Namesake",
                        "Browser",
                        "Operator",
                        "operator-1"));
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
        assertThat(opened.at("/demographics").has("gender")).isFalse();
        assertThat(opened.at("/biometrics").size()).isZero();
        assertThat(opened.at("/timestamp").asString()).isEqualTo("2026-11-24T10:00:00.123Z");
    }

    @Test
    void the_sex_is_told_in_the_words_of_that_country_when_they_are_known() throws Exception {
        var standIn = standIn(Scene.AGREES);
        adapter(standIn.url(), settings(Operation.AUTH, "Femme", "Homme"), PARTNER)
                .ask(question());
        assertThat(standIn.opened.get().at("/demographics/gender/0/value").asString())
                .isEqualTo("Femme");
        var error = new MosipErrors.MosipError("IDA-DEA-001", "Demographic data gender in fra did not match", null);
        assertThat(MosipErrors.answer(List.of(error))).isEqualTo(new AuthorityAnswer.Mismatch(Set.of(Attribute.SEX)));
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

    @ParameterizedTest
    @EnumSource(names = {"AGREES", "OTHER_BIRTH_DATE", "WITHDRAWN", "DOES_NOT_KNOW"})
    void an_answer_to_another_question_is_no_verdict(Scene scene) throws Exception {
        var standIn = standIn(scene);
        answers = Optional.of(standIn.certificate());
        var adapter = adapter(standIn.url());
        assertThat(adapter.ask(question())).isNotInstanceOf(Unavailable.class);
        standIn.repeats();
        assertThat(adapter.ask(question())).isEqualTo(Unavailable.because(Cause.BROKEN));
    }

    @Test
    void a_signature_of_another_partner_is_no_verdict() throws Exception {
        var standIn = standIn(Scene.AGREES);
        assertThat(adapter(standIn.url(), Operation.AUTH, NOBODY).ask(question()))
                .isEqualTo(Unavailable.because(Cause.NOT_ALLOWED));
    }

    @ParameterizedTest
    @CsvSource({
        "IDA-BIA-005, NOT_ALLOWED",
        "IDA-DPM-001, NOT_ALLOWED",
        "IDA-MLC-011, NOT_ALLOWED",
        "IDA-BIA-017, BUSY",
        "IDA-BIA-015, BROKEN"
    })
    void a_device_that_is_not_registered_is_something_to_look_after(String code, Cause why) {
        var error = new MosipErrors.MosipError(code, "", null);
        assertThat(MosipErrors.answer(List.of(error))).isEqualTo(Unavailable.because(why));
    }

    @ParameterizedTest
    @CsvSource({
        "IDA-MLC-002, UNKNOWN", "IDA-DEA-003, UNKNOWN", "IDA-DEA-001, MISMATCH", "IDA-BIA-001, MISMATCH",
        "IDA-BIA-006, UNKNOWN", "IDA-MLC-019, UNKNOWN", "IDA-BIA-014, UNAVAILABLE", "IDA-BIA-018, UNAVAILABLE",
        "IDA-MLC-003, MISMATCH", "IDA-MLC-007, UNAVAILABLE", "IDA-MPA-008, UNAVAILABLE", "IDA-XYZ-999, UNAVAILABLE",
        "'', UNAVAILABLE"
    })
    void only_codes_that_we_know_say_something_about_a_person(String code, String kind) {
        var error = new MosipErrors.MosipError(code, "Demographic data name in eng did not match", null);
        assertThat(MosipErrors.answer(List.of(error)).kind()).isEqualTo(kind);
    }
}
