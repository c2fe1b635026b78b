package io.namesake.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.e2e.Api.Answer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people and programs send by mistake or in bad faith, each with its problem, and nothing of it kept. */
class BadInputIT {

    private static final People PEOPLE = People.available();

    private static ServerProcess server;
    private static ServerDatabase database;
    private static int lines;

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        server = ServerProcess.start(
                data, Map.of("NAMESAKE_CHALLENGE", "OPTIONAL", "NAMESAKE_POLICY", ServerProcess.POLICY_FOR_TYPED));
        database = ServerDatabase.of(server.data());
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
        server.close();
    }

    @Test
    void a_picture_without_a_face_is_refused() throws Exception {
        refusesBoth(jpeg(landscape()), 422, "no-face");
    }

    @Test
    void a_selfie_of_two_faces_is_refused() throws Exception {
        Application application = nextApplication().consent();

        assertThat(application.trySelfie(jpeg(PEOPLE.twoFaces())).problem()).isEqualTo("/problems/several-faces");
        assertNothingStored(application);
    }

    @Test
    void what_is_not_an_image_is_refused() throws Exception {
        refusesBoth("This is not a picture.".repeat(100).getBytes(StandardCharsets.US_ASCII), 422, "not-an-image");
    }

    @Test
    void a_truncated_picture_is_refused() throws Exception {
        byte[] whole = PEOPLE.document();
        refusesBoth(Arrays.copyOf(whole, whole.length / 2), 422, "image-damaged");
    }

    @Test
    void a_decompression_bomb_is_refused_before_it_is_decoded() throws Exception {
        byte[] bomb = png(20_000, 20_000);
        assertThat(bomb).hasSizeLessThan(2 << 20);

        Instant sent = Instant.now();
        refusesBoth(bomb, 422, "too-many-pixels");
        assertThat(Duration.between(sent, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void a_file_that_is_too_large_is_refused() throws Exception {
        refusesBoth(new byte[12 << 20], 413, "image-too-large");
    }

    @Test
    void an_unknown_application_is_not_found() {
        Answer answer = Api.operator(server).get("/v1/applications/" + UUID.randomUUID());

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.problem()).isEqualTo("/problems/application-unknown");
    }

    @Test
    void a_session_sees_no_application_but_its_own() {
        Application mine = nextApplication();
        Application another = nextApplication();

        assertThat(mine.api().get("/v1/applications/" + another.id()).problem())
                .isIn("/problems/application-unknown", "/problems/not-allowed");
    }

    @Test
    void a_capture_link_opens_once() {
        String token = Application.token(Application.create(Api.operator(server), nextLine()));
        Api anyone = Api.anyone(server);
        assertThat(anyone.post("/v1/capture-sessions", Map.of("token", token)).status())
                .isEqualTo(201);

        Answer again = anyone.post("/v1/capture-sessions", Map.of("token", token));

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problem()).isEqualTo("/problems/capture-link-used");
    }

    @Test
    void an_expired_capture_link_opens_nothing() throws Exception {
        Answer created = Application.create(Api.operator(server), nextLine());
        database.letLinkExpire(created.text("id"));

        Answer answer = Api.anyone(server).post("/v1/capture-sessions", Map.of("token", Application.token(created)));

        assertThat(answer.status()).isEqualTo(410);
        assertThat(answer.problem()).isEqualTo("/problems/capture-link-expired");
    }

    @Test
    void an_unknown_capture_link_is_not_found() {
        Answer answer = Api.anyone(server)
                .post("/v1/capture-sessions", Map.of("token", "ThisTokenWasNeverGivenToAnybodyAtAll0000000"));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.problem()).isEqualTo("/problems/capture-link-unknown");
    }

    @Test
    void an_application_is_submitted_once() {
        Application application = nextApplication()
                .consent()
                .document(PEOPLE.document())
                .selfie(PEOPLE.selfie())
                .submit();

        Answer again = application.trySubmit();

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problem()).isEqualTo("/problems/already-submitted");
        application.decided();
    }

    @Test
    void no_picture_is_taken_before_the_consent() throws Exception {
        Application application = nextApplication();

        assertThat(application.tryDocument(PEOPLE.document()).problem()).isEqualTo("/problems/consent-required");
        assertThat(application.trySelfie(PEOPLE.selfie()).problem()).isEqualTo("/problems/consent-required");
        assertNothingStored(application);
    }

    @Test
    void a_wrong_api_key_opens_nothing() throws Exception {
        long before = database.count("application");
        Api stranger = Api.anyone(server).as(ServerProcess.API_KEY.replace('T', 'U'));

        Answer answer =
                stranger.post("/v1/applications", Map.of("service", "MOBILE", "line", nextLine(), "locale", "en"));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("/problems/not-authenticated");
        assertThat(Api.anyone(server).get("/v1/lines").problem()).isEqualTo("/problems/not-authenticated");
        assertThat(database.count("application")).isEqualTo(before);
    }

    private static void refusesBoth(byte[] picture, int status, String slug) throws Exception {
        Application application = nextApplication().consent();

        for (Answer answer : new Answer[] {application.tryDocument(picture), application.trySelfie(picture)}) {
            assertThat(answer.problem()).isEqualTo("/problems/" + slug);
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.text("nextStep")).isNotBlank();
        }
        assertNothingStored(application);
    }

    private static void assertNothingStored(Application application) throws Exception {
        assertThat(application.state().get("document").isNull()).isTrue();
        assertThat(application.state().get("selfie").isNull()).isTrue();
        assertThat(StoredPictures.in(database)).isZero();
    }

    private static Application nextApplication() {
        return Application.open(server, nextLine());
    }

    private static synchronized String nextLine() {
        return "+86138001380%02d".formatted(++lines);
    }

    private static BufferedImage landscape() {
        BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(120, 170, 230));
        graphics.fillRect(0, 0, 640, 240);
        graphics.setColor(new Color(70, 130, 60));
        graphics.fillRect(0, 240, 640, 240);
        graphics.dispose();
        return image;
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        return out.toByteArray();
    }

    /** A PNG of one colour, written row by row: a few kilobytes that would fill gigabytes when decoded. */
    private static byte[] png(int width, int height) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            byte[] row = new byte[1 + width * 3];
            for (int y = 0; y < height; y++) {
                deflater.write(row);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        chunk(out, "IHDR", concat(bigEndian(width), bigEndian(height), new byte[] {8, 2, 0, 0, 0}));
        chunk(out, "IDAT", packed.toByteArray());
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
        byte[] typed = concat(type.getBytes(StandardCharsets.US_ASCII), data);
        CRC32 check = new CRC32();
        check.update(typed);
        out.writeBytes(concat(bigEndian(data.length), typed, bigEndian((int) check.getValue())));
    }

    private static byte[] bigEndian(int value) {
        return new byte[] {(byte) (value >>> 24), (byte) (value >>> 16), (byte) (value >>> 8), (byte) value};
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
