package io.namesake.application.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import io.namesake.application.Pictures;
import io.namesake.application.TestApplicant;
import io.namesake.authority.sandbox.AuthoritySandbox;
import io.namesake.authority.sandbox.SandboxScript;
import io.namesake.language.Language;
import io.namesake.privacy.Consents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** An operator whose policy takes typed fields only when the authority has confirmed them, and whose authority compares the selfie, too. */
@NamesakeTest
@Import(ScriptedFaces.Configuration.class)
class AuthorityInThePolicyTest {
    private static final List<String> TOLD = new CopyOnWriteArrayList<>();
    private static final AuthoritySandbox AUTHORITY = sandbox();

    @TempDir
    private static Path folder;

    @Autowired
    TestHttp http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Consents consents;

    @DynamicPropertySource
    static void configure(DynamicPropertyRegistry registry) throws IOException {
        Path policy = Files.writeString(folder.resolve("policy.yaml"), """
                version: 1
                everywhere:
                  accept:
                    - { source: TYPED, authority: MATCH }
                  corrections: REVIEW
                  doubts-from: 60
                """);
        registry.add("namesake.policy", policy::toString);
        registry.add("namesake.authority.kind", () -> "https");
        registry.add("namesake.authority.url", AUTHORITY::url);
        registry.add("namesake.authority.face", () -> "true");
    }

    @AfterAll
    static void stop() {
        AUTHORITY.close();
    }

    @Test
    void what_the_authority_confirmed_is_strong_enough() {
        assertThat(decided("A")).containsExactly("VERIFIED");
    }

    @Test
    void what_it_does_not_know_is_too_weak_as_well() {
        assertThat(decided("UNKNOWN")).containsExactly("REVIEW", "AUTHORITY_UNKNOWN", "EVIDENCE_TOO_WEAK");
    }

    @Test
    void a_selfie_goes_to_the_authority_only_where_the_consent_says_so_and_the_log_says_it_too() {
        assertThat(consents.current(Language.ENGLISH).paragraphs().getLast()).contains("your selfie");
        decided("FACE");
        assertThat(TOLD).isNotEmpty().allMatch(told -> told.endsWith("(with a face)"));
        assertThat(jdbc.sql("select details::text from audit_entry where type = 'authority.asked'")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .allMatch(details -> details.contains("FACE"));
    }

    /** The state, then the reasons. */
    private List<String> decided(String prefix) {
        var applicant = TestApplicant.withConsent(http);
        var fields = new HashMap<String, Object>(TestApplicant.FIELDS);
        fields.put("documentNumber", prefix + ThreadLocalRandom.current().nextInt(1_000_000, 10_000_000));
        applicant.document(Pictures.DOCUMENT_OF_A, fields).expectStatus().isOk();
        applicant.selfie(Pictures.SELFIE_OF_A).expectStatus().isOk();
        var application = applicant.decided();
        var said = new ArrayList<>(List.of(application.get("state").asString()));
        application
                .get("decision")
                .get("reasons")
                .valueStream()
                .forEach(reason -> said.add(reason.get("code").asString()));
        return said;
    }

    private static AuthoritySandbox sandbox() {
        try {
            return AuthoritySandbox.start(0, SandboxScript.shipped(), Optional.empty(), Optional.empty(), TOLD::add);
        } catch (IOException noPort) {
            throw new IllegalStateException(noPort);
        }
    }
}
