package io.namesake.authority.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.application.Pictures;
import io.namesake.authority.Attribute;
import io.namesake.authority.AuthorityAnswer;
import io.namesake.authority.AuthorityAnswer.Unavailable;
import io.namesake.authority.AuthorityAnswer.Unavailable.Cause;
import io.namesake.authority.AuthorityQuestion;
import io.namesake.authority.AuthorityQuestion.Selfie;
import io.namesake.authority.IdentityAuthority;
import io.namesake.authority.internal.AuthoritySettings.Mosip;
import io.namesake.authority.internal.AuthoritySettings.Mosip.Operation;
import io.namesake.authority.internal.IdentityAuthorityContract.Scene;
import io.namesake.net.BoundedHttp;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A face on its way to MOSIP: the stand-in opens it as the IDA does, and refuses what the IDA refuses. No real IDA was asked. */
class MosipFaceTest {
    private static final KeyPair KEYS = TestCertificates.keys();
    private static final X509Certificate PARTNER = TestCertificates.certificate("CN=partner", KEYS);
    private static final MosipSigner DEVICE = TestCertificates.signer("CN=device");
    private static final MosipSigner TRUST_MODULE = TestCertificates.signer("CN=trust module");
    private static final byte[] DRAWN = drawn();
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00.123Z");
    private static final Instant TAKEN = Instant.parse("2026-11-24T09:58:01.456Z");

    private final MosipFaceStandIn ida = new MosipFaceStandIn(DEVICE.certificate(), TRUST_MODULE.certificate(), NOW);
    private final BoundedHttp http =
            new BoundedHttp("Namesake-Authority/1", Duration.ofSeconds(10), Duration.ofSeconds(30), 4 << 20, null);
    private MosipStandIn server;

    @BeforeEach
    void start() throws Exception {
        server = new MosipStandIn(Scene.AGREES, PARTNER, Optional.of(ida));
    }

    @AfterEach
    void stop() {
        server.close();
        http.close();
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void the_ida_opens_the_face_that_a_device_took_and_agrees(Operation operation) throws Exception {
        var adapter = adapter(operation, device(DEVICE, TRUST_MODULE, ida.certificate()));
        assertThat(adapter.needsFace()).isTrue();
        assertThat(adapter.ask(question(DRAWN))).isEqualTo(new AuthorityAnswer.Match());
        var data = ida.data.get();
        assertThat(data.path("bioType").asString()).isEqualTo("Face");
        assertThat(data.has("bioSubType")).isFalse();
        assertThat(data.path("timestamp").asString()).isEqualTo("2026-11-24T09:58:01Z");
        assertThat(data.path("deviceCode").asString()).isEqualTo("code-1");
        assertThat(ida.digitalId.get().path("deviceSubType").asString()).isEqualTo("Full face");
        assertThat(ida.digitalId.get().path("serialNo").asString()).isEqualTo("000000000001");
        assertThat(ida.digitalId.get().path("dateTime").asString()).isEqualTo("2026-11-24T10:00:00Z");
        assertThat(server.opened.get().at("/demographics/dob").asString()).isEqualTo("1974/08/12");
    }

    @Test
    void the_record_holds_the_pixels_of_the_selfie_and_the_time_it_was_taken() throws Exception {
        adapter(Operation.AUTH, device(DEVICE, TRUST_MODULE, ida.certificate())).ask(question(Pictures.SELFIE_OF_A));
        var taken = ImageIO.read(new ByteArrayInputStream(Pictures.SELFIE_OF_A));
        var face = ida.record.get().orElseThrow();
        var sent = face.picture();
        assertThat(face.takenAt()).isEqualTo(TAKEN);
        assertThat(Math.max(sent.getWidth(), sent.getHeight())).isLessThanOrEqualTo(FaceRecord.LONGEST_SIDE);
        double scale = (double) taken.getWidth() / sent.getWidth();
        assertThat(sent.getHeight() * scale).isBetween(taken.getHeight() - 2.0, taken.getHeight() + 2.0);
        for (int x = 10; x < sent.getWidth() - 10; x += 50) {
            int before = taken.getRGB((int) (x * scale), taken.getHeight() / 2);
            int after = sent.getRGB(x, sent.getHeight() / 2);
            assertThat(Math.abs((before >> 8 & 0xFF) - (after >> 8 & 0xFF))).isLessThan(60);
        }
    }

    @Test
    void a_face_that_differs_is_named() throws Exception {
        server.close();
        server = new MosipStandIn(Scene.OTHER_FACE, PARTNER, Optional.of(ida));
        assertThat(adapter(Operation.KYC, device(DEVICE, TRUST_MODULE, ida.certificate()))
                        .ask(question(DRAWN)))
                .isInstanceOfSatisfying(
                        AuthorityAnswer.Mismatch.class,
                        mismatch -> assertThat(mismatch.differs()).containsExactly(Attribute.FACE));
    }

    @Test
    void a_device_or_a_trust_module_that_is_not_registered_is_no_verdict() throws Exception {
        var other = TestCertificates.signer("CN=somebody else");
        var selfie = question(DRAWN);
        assertThat(adapter(Operation.AUTH, device(other, TRUST_MODULE, ida.certificate()))
                        .ask(selfie))
                .isEqualTo(Unavailable.because(Cause.NOT_ALLOWED));
        assertThat(adapter(Operation.AUTH, device(DEVICE, other, ida.certificate()))
                        .ask(selfie))
                .isEqualTo(Unavailable.because(Cause.NOT_ALLOWED));
    }

    @Test
    void a_face_that_is_older_than_the_ida_allows_is_no_verdict() throws Exception {
        var old = question(Optional.of(new Selfie(DRAWN, NOW.minus(Duration.ofHours(1)))));
        assertThat(adapter(Operation.AUTH, device(DEVICE, TRUST_MODULE, ida.certificate()))
                        .ask(old))
                .isEqualTo(Unavailable.because(Cause.BUSY));
    }

    @Test
    void a_picture_that_cannot_be_read_is_sent_to_nobody_and_a_person_looks() throws Exception {
        assertThat(adapter(Operation.AUTH, device(DEVICE, TRUST_MODULE, ida.certificate()))
                        .ask(question(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0})))
                .isEqualTo(new AuthorityAnswer.Unknown());
        assertThat(server.request.get()).isNull();
    }

    @Test
    void without_a_device_no_face_is_asked_for_or_sent() throws Exception {
        var adapter = adapter(Operation.AUTH, Optional.empty());
        assertThat(adapter.needsFace()).isFalse();
        assertThat(adapter.ask(question(DRAWN))).isEqualTo(new AuthorityAnswer.Match());
        assertThat(server.opened.get().path("biometrics").size()).isZero();
    }

    /** A small picture, for what does not look at pixels. */
    private static byte[] drawn() {
        try {
            var file = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(120, 160, BufferedImage.TYPE_INT_RGB), "jpeg", file);
            return file.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private AuthorityQuestion question(byte[] selfie) {
        return question(Optional.of(new Selfie(selfie, TAKEN)));
    }

    private static AuthorityQuestion question(Optional<Selfie> selfie) {
        var some = IdentityAuthorityContract.question();
        return new AuthorityQuestion(
                some.operator(), some.applicationId(), some.consent(), some.document(), some.person(), selfie);
    }

    private IdentityAuthority adapter(Operation operation, Optional<MosipDevice> device) {
        var keys = new MosipKeys(server.certificate(), Optional.empty(), new MosipSigner(PARTNER, KEYS.getPrivate()));
        return new MosipAuthority(
                http,
                server.url(),
                settings(operation),
                keys,
                device,
                new SecureRandom(),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static Optional<MosipDevice> device(MosipSigner device, MosipSigner trustModule, X509Certificate ida) {
        return Optional.of(new MosipDevice(settings(Operation.AUTH), device, trustModule, ida, new SecureRandom()));
    }

    private static Mosip settings(Operation operation) {
        return MosipAuthorityTest.settings(operation, "", "");
    }
}
