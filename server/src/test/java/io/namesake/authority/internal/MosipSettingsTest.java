package io.namesake.authority.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.namesake.audit.AuditLog;
import io.namesake.authority.AuthorityAnswer;
import io.namesake.authority.IdentityAuthority;
import io.namesake.authority.internal.IdentityAuthorityContract.Scene;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** MOSIP, as an operator writes it: partner, device and trust module come out of bundles, the IDA's certificates out of files. */
class MosipSettingsTest {
    private static final String PASSWORD = "changeit";
    private static final String MOSIP = "namesake.authority.mosip.";

    private static final MosipSigner PARTNER = TestCertificates.signer("CN=partner");
    private static final MosipSigner DEVICE = TestCertificates.signer("CN=device");

    @TempDir
    private Path folder;

    private MosipFaceStandIn faces;
    private MosipStandIn ida;
    private ApplicationContextRunner runner;

    @BeforeEach
    void configure() throws Exception {
        faces = new MosipFaceStandIn(DEVICE.certificate(), DEVICE.certificate(), Instant.now());
        ida = new MosipStandIn(Scene.AGREES, PARTNER.certificate(), Optional.of(faces));
        runner = new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class))
                .withUserConfiguration(AuthoritySettingsTest.Settings.class, AuthorityConfiguration.class)
                .withBean(AuditLog.class, () -> _ -> {})
                .withBean(SimpleMeterRegistry.class)
                .withBean(SecureRandom.class)
                .withBean(Clock.class, Clock::systemUTC)
                .withPropertyValues(bundle("partner", PARTNER))
                .withPropertyValues(bundle("device", DEVICE))
                .withPropertyValues(
                        "namesake.authority.kind=MOSIP",
                        "namesake.authority.url=" + ida.url(),
                        MOSIP + "license-key=LICENSE",
                        MOSIP + "partner-id=partner-1",
                        MOSIP + "api-key=api-key-1",
                        MOSIP + "domain-uri=https://mosip.example",
                        MOSIP + "ida-certificate=" + TestCertificates.pem(folder.resolve("ida.pem"), ida.certificate()),
                        MOSIP + "signing-bundle=partner");
    }

    @AfterEach
    void close() {
        ida.close();
    }

    @Test
    void a_partner_is_made_of_a_bundle_and_a_certificate_and_sends_no_face() {
        runner.run(context -> {
            var authority = context.getBean(IdentityAuthority.class);
            assertThat(authority.needsFace()).isFalse();
            assertThat(authority.ask(IdentityAuthorityContract.question())).isEqualTo(new AuthorityAnswer.Match());
        });
    }

    @Test
    void a_registered_device_alone_sends_no_face_either() throws Exception {
        withDevice()
                .run(context -> assertThat(
                                context.getBean(IdentityAuthority.class).needsFace())
                        .isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "device"})
    void with_a_registered_device_and_the_switch_the_face_goes_along(String trustModule) throws Exception {
        withDevice()
                .withPropertyValues("namesake.authority.face=true", MOSIP + "device.trust-module-bundle=" + trustModule)
                .run(context -> assertThat(
                                context.getBean(IdentityAuthority.class).needsFace())
                        .isTrue());
    }

    @ParameterizedTest
    @CsvSource({
        "signing-bundle=, mosip.device.signing-bundle is missing",
        "signing-bundle=, registered capture devices only",
        "signing-bundle=nowhere, mosip.device.signing-bundle names no bundle",
        "trust-module-bundle=nowhere, mosip.device.trust-module-bundle names no bundle",
        "ida-certificate=, mosip.device.ida-certificate is missing",
        "ida-certificate=/nowhere, mosip.device.ida-certificate cannot be read",
        "code=, mosip.device.code is missing",
        "service-version=, mosip.device.service-version is missing",
        "serial-number=, mosip.device.serial-number is missing",
        "make=, mosip.device.make is missing",
        "model=, mosip.device.model is missing",
        "provider=, mosip.device.provider is missing",
        "provider-id=, mosip.device.provider-id is missing"
    })
    void a_mistake_in_the_device_stops_the_start_and_names_the_setting(String mistake, String message)
            throws Exception {
        withDevice()
                .withPropertyValues("namesake.authority.face=true", MOSIP + "device." + mistake)
                .run(context -> assertThat(context.getStartupFailure()).hasStackTraceContaining(message));
    }

    @ParameterizedTest
    @CsvSource({"female=Female, mosip.male is missing", "male=Male, mosip.female is missing"})
    void one_word_for_a_sex_alone_stops_the_start(String word, String message) {
        runner.withPropertyValues(MOSIP + word)
                .run(context -> assertThat(context.getStartupFailure()).hasStackTraceContaining(message));
    }

    private ApplicationContextRunner withDevice() throws Exception {
        return runner.withPropertyValues(
                MOSIP + "device.signing-bundle=device",
                MOSIP + "device.ida-certificate="
                        + TestCertificates.pem(folder.resolve("ida-fir.pem"), faces.certificate()),
                MOSIP + "device.code=code-1",
                MOSIP + "device.service-version=1.0.0",
                MOSIP + "device.serial-number=000000000001",
                MOSIP + "device.make=Namesake",
                MOSIP + "device.model=Browser",
                MOSIP + "device.provider=Operator",
                MOSIP + "device.provider-id=operator-1");
    }

    private String[] bundle(String name, MosipSigner signer) throws Exception {
        var store = TestCertificates.store(folder.resolve(name + ".p12"), PASSWORD, signer);
        var prefix = "spring.ssl.bundle.jks." + name + ".keystore.";
        return new String[] {prefix + "location=file:" + store, prefix + "password=" + PASSWORD, prefix + "type=PKCS12"
        };
    }
}
