package io.namesake.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import io.namesake.application.Pictures;
import io.namesake.application.TestApplicant;
import io.namesake.application.internal.ScriptedFaces;
import io.namesake.face.PresentationAttack.Finding;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** On every server that is no sandbox, magic numbers are numbers. */
@NamesakeTest
@Import(ScriptedFaces.Configuration.class)
class MagicNumbersElsewhereTest {

    @Autowired
    TestHttp http;

    @Autowired
    ScriptedFaces faces;

    @ParameterizedTest
    @EnumSource(
            value = MagicNumber.class,
            names = {"ANOTHER_FACE", "EXPIRED", "OTHER_IN_THE_REGISTER"})
    void a_magic_number_spoils_nothing(MagicNumber magic) {
        faces.find(() -> ScriptedFaces.compared(9, Finding.LIVE));
        assertThat(decided(magic)).isEqualTo("VERIFIED");
    }

    @Test
    void a_magic_number_helps_nobody() {
        faces.find(() -> ScriptedFaces.compared(0, Finding.LIVE));
        try {
            assertThat(decided(MagicNumber.VERIFIED)).isEqualTo("REFUSED");
        } finally {
            faces.find(() -> ScriptedFaces.compared(9, Finding.LIVE));
        }
    }

    @Test
    void nobody_plays_an_applicant_and_nothing_says_sandbox() {
        http.operator()
                .post()
                .uri("/v1/sandbox/applicants")
                .body(Map.of("captureLink", "x", "documentNumber", "SBX010001"))
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .doesNotExist("Namesake-Sandbox");
        http.anyone()
                .get()
                .uri("/")
                .exchange()
                .expectBody(String.class)
                .value(page -> assertThat(page).doesNotContain("namesake-sandbox"));
        http.anyone()
                .get()
                .uri("/actuator/info")
                .exchange()
                .expectBody()
                .jsonPath("$.sandbox.enabled")
                .isEqualTo(false);
    }

    private String decided(MagicNumber magic) {
        var applicant = TestApplicant.withConsent(http);
        var fields = new HashMap<>(TestApplicant.FIELDS);
        fields.put("documentNumber", magic.number("B001"));
        applicant.document(Pictures.DOCUMENT_OF_A, fields).expectStatus().isOk();
        applicant.selfie(Pictures.SELFIE_OF_A).expectStatus().isOk();
        return applicant.decided().get("state").asString();
    }
}
