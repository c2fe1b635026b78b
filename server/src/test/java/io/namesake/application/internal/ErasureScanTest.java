package io.namesake.application.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.namesake.MarkerScan;
import io.namesake.MovableClock;
import io.namesake.NamesakeServer;
import io.namesake.TestHttp;
import io.namesake.TestOperator;
import io.namesake.application.Pictures;
import io.namesake.application.TestApplicant;
import io.namesake.document.print.page.Page;
import io.namesake.document.specimen.card.Capture;
import io.namesake.document.specimen.card.DrawnPortrait;
import io.namesake.document.specimen.card.SpecimenKind;
import io.namesake.document.specimen.card.SpecimenPages;
import io.namesake.document.specimen.card.SpecimenPeople;
import io.namesake.face.PresentationAttack.Finding;
import io.namesake.review.TestStaff;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.util.FileSystemUtils;

/**
 * Promise 3, looked for instead of believed: of a marked picture not one byte can be found, in no row of the database, no file of
 * PostgreSQL with its write-ahead log, no file of the server and no line that it printed; neither after the decision nor before.
 */
@SpringBootTest(
        classes = NamesakeServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "namesake.data-dir=target/erasure-scan/data",
            "server.tomcat.basedir=target/erasure-scan/tomcat",
            "namesake.operator.name=" + TestOperator.NAME,
            "namesake.operator.api-key=" + TestOperator.KEY,
            "namesake.challenge=OPTIONAL",
            "namesake.documents.specimens=true",
            "namesake.policy=classpath:io/namesake/decision/policy-demo.yaml"
        })
@Import({MovableClock.Configuration.class, TestHttp.Configuration.class, ScriptedFaces.Configuration.class})
@ExtendWith(OutputCaptureExtension.class)
@DirtiesContext
class ErasureScanTest {
    private static final Path FOLDER = Path.of("target", "erasure-scan");
    private static final Instant BEGIN = Instant.now();

    static {
        try {
            FileSystemUtils.deleteRecursively(FOLDER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Autowired
    TestHttp http;

    @Autowired
    JdbcClient jdbc;

    /** Sees every row, and may make tables, which the server may not. */
    @Autowired
    @FlywayDataSource
    DataSource owner;

    @Autowired
    ScriptedFaces faces;

    @Test
    void not_one_byte_of_a_marked_picture_can_be_found_before_the_decision_or_after_it(CapturedOutput output)
            throws Exception {
        var marker = marker();
        var applicant = TestApplicant.withConsent(http);
        applicant
                .document(marked(Pictures.DOCUMENT_OF_A, marker))
                .expectStatus()
                .isOk();
        applicant.selfie(marked(Pictures.SELFIE_OF_A, marker)).expectStatus().isOk();
        assertThat(jdbc.sql("select count(*) from evidence where octet_length(sealed) > 10000")
                        .query(Integer.class)
                        .single())
                .as("the pictures are there, sealed")
                .isEqualTo(2);
        assertThat(scan(marker, output)).isEmpty();

        faces.find(() -> ScriptedFaces.compared(9, Finding.LIVE));
        assertThat(applicant.decided().get("state").asString()).isEqualTo("VERIFIED");
        assertThat(scan(marker, output)).isEmpty();
        assertThat(jdbc.sql("select count(*) from evidence")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from case_key")
                        .query(Integer.class)
                        .single())
                .as("nor is the key there that opened them")
                .isZero();
    }

    @Test
    void nor_of_one_that_a_person_looked_at_that_was_sent_back_or_whose_consent_was_withdrawn(CapturedOutput output)
            throws Exception {
        var marker = marker();
        var selfie = marked(Pictures.SELFIE_OF_A, marker);
        var reviewed = TestApplicant.withConsent(http);
        reviewed.document(marked(Pictures.DOCUMENT_OF_A, marker)).expectStatus().isOk();
        reviewed.selfie(selfie).expectStatus().isOk();
        faces.find(() -> ScriptedFaces.compared(4, Finding.LIVE));
        assertThat(reviewed.decided().get("state").asString()).isEqualTo("REVIEW");
        var reviewer = TestStaff.of(http, "REVIEWER");
        var id = caseOf(reviewed);
        reviewer.lock(id).expectStatus().isOk();
        reviewer.look(id).expectStatus().isCreated();
        assertThat(reviewer.picture(id, "SELFIE")
                        .expectBody(byte[].class)
                        .returnResult()
                        .getResponseBody())
                .isEqualTo(selfie);

        // What a page sends to be judged, what cannot be read, and what was read of a printed page.
        var other = TestApplicant.withConsent(http);
        other.assess(selfie);
        other.assessDocument(selfie);
        other.pages(List.of(selfie)).expectStatus().isEqualTo(422);
        other.chip(marked("This is no chip.".getBytes(StandardCharsets.US_ASCII), marker))
                .expectStatus()
                .is4xxClientError();
        other.selfie(Arrays.copyOf(selfie, 2_000));
        other.pages(photos(marker)).expectStatus().isOk();
        other.selfie(selfie).expectStatus().isOk();
        assertThat(jdbc.sql("select count(*) from evidence where octet_length(sealed) > 10000")
                        .query(Integer.class)
                        .single())
                .as("pictures of both are there, sealed")
                .isGreaterThan(3);
        assertThat(scan(marker, output)).isEmpty();

        reviewer.decide(id, "IDENTITY_CONFIRMED").expectStatus().isNoContent();
        other.post("consent/withdrawal", Map.of()).expectStatus().isOk();

        assertThat(reviewed.state().get("state").asString()).isEqualTo("VERIFIED");
        assertThat(scan(marker, output)).isEmpty();
        for (var table : List.of("evidence", "case_key")) {
            assertThat(jdbc.sql("select count(*) from " + table)
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void what_is_planted_is_found_in_every_form_and_every_place(CapturedOutput output) throws Exception {
        var marker = marker();
        var database = JdbcClient.create(owner);
        var picture = marked(Pictures.SELFIE_OF_A, marker);
        database.sql("create table planted (value bytea)").update();
        database.sql("insert into planted values (:picture)")
                .param("picture", picture)
                .update();
        database.sql("create table planted_text (value text)").update();
        database.sql("insert into planted_text values (:text)")
                .param("text", Base64.getEncoder().encodeToString(picture))
                .update();
        var zlib = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(zlib)) {
            deflater.write(picture);
        }
        database.sql("create table planted_zlib (value bytea)").update();
        database.sql("insert into planted_zlib values (:zlib)")
                .param("zlib", zlib.toByteArray())
                .update();
        try (var file = new GZIPOutputStream(Files.newOutputStream(FOLDER.resolve("planted.gz")))) {
            file.write(picture);
        }
        Files.writeString(
                FOLDER.resolve("planted.log"), "picture=" + HexFormat.of().formatHex(marker));
        System.out.println("printed " + Base64.getUrlEncoder().encodeToString(marker));

        var temporary = Files.createTempFile("planted", ".tmp");
        Files.write(temporary, picture);

        var found = scan(marker, output);
        Files.delete(temporary);
        assertThat(found)
                .contains(
                        "temporary file " + temporary.getFileName(),
                        "rows of public.planted",
                        "values in public.planted",
                        "rows of public.planted_text",
                        "values in public.planted_zlib, compressed",
                        "file planted.gz, compressed",
                        "file planted.log",
                        "what was printed")
                .anyMatch(place -> place.startsWith("file data/postgres/base/"))
                .anyMatch(place -> place.startsWith("file data/postgres/pg_wal/"));
    }

    private Set<String> scan(byte[] marker, CapturedOutput output) throws Exception {
        // What is still in PostgreSQL's memory goes to its files.
        JdbcClient.create(owner).sql("checkpoint").update();
        try (var connection = owner.getConnection()) {
            return new MarkerScan(marker)
                    .database(connection)
                    .folder(FOLDER)
                    .filesSince(Path.of(System.getProperty("java.io.tmpdir")), BEGIN)
                    .bytes("what was printed", output.getAll().getBytes(StandardCharsets.UTF_8))
                    .found();
        }
    }

    private String caseOf(TestApplicant applicant) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> jdbc.sql("select id::text from review_case where application_id = :id::uuid")
                                .param("id", applicant.id)
                                .query(String.class)
                                .optional(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static List<byte[]> photos(byte[] marker) {
        var holder = SpecimenPeople.anyone(SpecimenKind.PASSPORT, LocalDate.now(), new Random(7));
        return SpecimenPages.draw(SpecimenKind.PASSPORT, holder, DrawnPortrait.draw(new Random(1))).stream()
                .map(side -> marked(Capture.GOOD.take(Page.of(side), new Random(2)), marker))
                .toList();
    }

    private static byte[] marker() {
        var marker = new byte[32];
        new SecureRandom().nextBytes(marker);
        return marker;
    }

    /** A picture with the marker in it, again and again, at all offsets to a multiple of three. */
    private static byte[] marked(byte[] picture, byte[] marker) {
        var marked = new ByteArrayOutputStream();
        marked.writeBytes(picture);
        for (int i = 0; i < 300; i++) {
            marked.writeBytes(marker);
        }
        return marked.toByteArray();
    }
}
