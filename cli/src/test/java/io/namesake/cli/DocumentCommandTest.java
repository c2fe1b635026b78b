package io.namesake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Specimen chips are made and read by the commands themselves. */
class DocumentCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void portrait() throws IOException {
        try (InputStream sample = getClass().getResourceAsStream("/io/namesake/models/samples/a-document.jpg")) {
            Files.copy(sample, folder.resolve("me.jpg"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "RSA_PSS", "EC_NIST", "EC_BRAINPOOL"})
    void a_specimen_is_authenticated_only_when_its_authority_is_named(String algorithm) throws IOException {
        makeSpecimen("--algorithm", algorithm);

        assertThat(run("document", "chip.zip")).isEqualTo(2);
        assertThat(out.toString()).contains("READ, NOT AUTHENTICATED, strength FAIR", "namesake trust import");

        assertThat(run("document", "chip.zip", "--csca", "specimen-csca.cer", "--portrait", "portrait.jpg"))
                .isZero();
        assertThat(out.toString()).contains("ANNA MARIA SPECIMEN", "AUTHENTICATED, strength STRONG");
        assertThat(folder.resolve("portrait.jpg")).hasSameBinaryContentAs(folder.resolve("me.jpg"));
    }

    @Test
    void the_same_is_said_as_json() throws IOException {
        makeSpecimen("--surname", "Müller", "--given-names", "Zoë", "--sex", "female", "--birth-date", "2001-02-03");
        out.getBuffer().setLength(0);
        assertThat(run("document", "chip.zip", "--csca", "specimen-csca.cer", "--json"))
                .isZero();
        JsonNode evidence = JsonMapper.shared().readTree(out.toString());
        assertThat(evidence.get("standing").asString()).isEqualTo("AUTHENTICATED");
        assertThat(evidence.get("identity").get("surname").asString()).isEqualTo("MULLER");
        assertThat(evidence.get("identity").get("givenNames").asString()).isEqualTo("ZOE");
        assertThat(evidence.get("identity").get("birthDate").asString()).isEqualTo("2001-02-03");
        assertThat(evidence.get("identity").get("sex").asString()).isEqualTo("FEMALE");
        assertThat(evidence.get("checks").get(0).get("kind").asString()).isEqualTo("MRZ_CHECK_DIGITS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC"})
    void a_chip_that_answers_our_challenge_is_no_copy(String kind) throws IOException {
        makeSpecimen("--chip-key", kind, "--native-name", "安娜");
        assertThat(run("document", "chip.zip", "--csca", "specimen-csca.cer")).isZero();
        assertThat(out.toString()).contains("安娜", "strength STRONG");
        assertThat(run(
                        "document",
                        "chip.zip",
                        "--csca",
                        "specimen-csca.cer",
                        "--aa-challenge",
                        "challenge.bin",
                        "--aa-response",
                        "response.bin"))
                .isZero();
        assertThat(out.toString()).contains("AUTHENTICATED, strength SUPERIOR");
        unzip("files");
        assertThat(run(
                        "document",
                        "--sod",
                        "files/EF.SOD",
                        "--dg1",
                        "files/EF.DG1",
                        "--dg2",
                        "files/EF.DG2",
                        "--dg11",
                        "files/EF.DG11",
                        "--dg14",
                        "files/EF.DG14",
                        "--dg15",
                        "files/EF.DG15",
                        "--csca",
                        "specimen-csca.cer",
                        "--json"))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--jpeg-2000", "--sex=female"})
    void a_selfie_is_compared_with_the_portrait_of_a_chip_whose_worth_is_told(String kind) throws IOException {
        makeSpecimen(kind);
        assertThat(run("verify", "--document", "chip.zip", "--selfie", "me.jpg", "--csca", "specimen-csca.cer"))
                .as(err.toString())
                .isIn(0, 2);
        assertThat(out.toString()).contains("the portrait of a chip: authenticated, strength STRONG");
        out.getBuffer().setLength(0);
        int unsigned = run("verify", "--document", "chip.zip", "--selfie", "me.jpg", "--json");
        if (kind.equals("--jpeg-2000")) {
            assertThat(unsigned).isEqualTo(65);
            assertThat(err.toString()).contains("only when the issuer's signature was verified");
            return;
        }
        assertThat(unsigned).isEqualTo(2);
        JsonNode verdict = JsonMapper.shared().readTree(out.toString());
        assertThat(verdict.get("chip").get("standing").asString()).isEqualTo("READ");
        assertThat(verdict.get("reasons").toString()).contains("EVIDENCE_TOO_WEAK");
    }

    @Test
    void a_portrait_is_not_written_over_the_document_that_it_comes_from() throws IOException {
        makeSpecimen();
        byte[] chip = Files.readAllBytes(folder.resolve("chip.zip"));
        assertThat(run("document", "chip.zip", "--csca", "specimen-csca.cer", "--portrait", "chip.zip"))
                .isEqualTo(64);
        assertThat(err.toString()).contains("chip.zip is what FILE names");
        assertThat(folder.resolve("chip.zip")).hasBinaryContent(chip);
        assertThat(run("document", "chip.zip", "--csca", "specimen-csca.cer", "--portrait", "specimen-csca.cer"))
                .isEqualTo(64);
        assertThat(err.toString()).contains("specimen-csca.cer is what --csca names");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chip", "card", "wallet"})
    void a_specimen_in_place_of_a_file_makes_no_sense(String kind) {
        assertThat(run("specimen", kind, "--portrait", "me.jpg", "--out", "me.jpg"))
                .isEqualTo(64);
        assertThat(err.toString()).contains("me.jpg is a file; name a folder").doesNotContain("Exception");
    }

    @Test
    void a_drawn_card_does_not_take_the_place_of_the_portrait_that_it_shows() throws IOException {
        Files.createDirectories(folder.resolve("cards"));
        Path portrait = Files.copy(folder.resolve("me.jpg"), folder.resolve("cards/card-front-photo.jpg"));
        byte[] before = Files.readAllBytes(portrait);
        int exit = run(
                "specimen",
                "card",
                "--kind=card",
                "--photos=1",
                "--portrait",
                "cards/card-front-photo.jpg",
                "--out=" + folder.resolve("cards"));
        assertThat(exit).as(err.toString()).isEqualTo(64);
        assertThat(portrait).hasBinaryContent(before);
        assertThat(folder.resolve("cards/card-front.png")).doesNotExist();
    }

    @Test
    void a_changed_chip_is_refused() throws IOException {
        makeSpecimen();
        byte[] zip = Files.readAllBytes(folder.resolve("chip.zip"));
        Files.write(folder.resolve("cut.zip"), Arrays.copyOf(zip, zip.length / 2));
        assertThat(run("document", "cut.zip", "--csca", "specimen-csca.cer")).isEqualTo(65);
        assertThat(err.toString()).contains("This can't be read");
    }

    @Test
    void files_of_two_specimens_are_refused_together() throws Exception {
        makeSpecimen();
        unzip("first");
        makeSpecimen("--surname", "OTHER");
        unzip("second");
        assertThat(run("document", "first/EF.SOD", "--dg1", "second/EF.DG1", "--dg2", "first/EF.DG2"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("not as signed: DG1", "REFUSED, strength NONE");
    }

    @Test
    void what_makes_no_sense_says_what_to_do() throws IOException {
        assertThat(run("document")).isEqualTo(64);
        assertThat(err.toString()).contains("Which files?");
        assertThat(run("document", "nothing.zip")).isEqualTo(64);
        assertThat(err.toString()).contains("there is no file");
        Files.writeString(folder.resolve("notes.zip"), "x marks no file of a chip");
        assertThat(run("document", "notes.zip")).isEqualTo(65);
        assertThat(err.toString()).contains("no file of a chip");
        assertThat(run("trust")).isEqualTo(64);
        assertThat(run("document", "--reader", "--csca", "nothing.cer")).isEqualTo(64);
        assertThat(run("document", "--reader")).isEqualTo(64);
        assertThat(err.toString()).contains("What opens the chip?");
        assertThat(run("document", "--reader", "--can", "12345")).isEqualTo(65);
        assertThat(err.toString()).contains("six digits");
        assertThat(run("document", "--reader=no such reader", "--can", "123456"))
                .isEqualTo(65);
        assertThat(err.toString()).contains("reader");
        assertThat(run("specimen")).isEqualTo(64);
    }

    @Test
    void a_certificate_is_no_master_list_and_an_empty_store_says_how_to_fill_it() throws IOException {
        makeSpecimen();
        assertThat(run("trust", "import", "specimen-csca.cer")).isEqualTo(65);
        assertThat(err.toString()).contains("no master list");
        assertThat(run("trust", "list")).isZero();
        assertThat(out.toString()).contains("Nobody is trusted", "namesake trust import LIST --signer CERT");
        Files.writeString(folder.resolve("trust.json"), "{");
        assertThat(run("trust", "list")).isEqualTo(65);
        assertThat(err.toString()).contains("damaged");
    }

    private void makeSpecimen(String... more) throws IOException {
        String[] usual = {"specimen", "chip", "--portrait", "me.jpg", "--out", "."};
        String[] all = Arrays.copyOf(usual, usual.length + more.length);
        System.arraycopy(more, 0, all, usual.length, more.length);
        assertThat(run(all)).as(err.toString()).isZero();
    }

    private void unzip(String to) throws IOException {
        Files.createDirectories(folder.resolve(to));
        try (var zip = new ZipFile(folder.resolve("chip.zip").toFile())) {
            for (var entry : zip.stream().toList()) {
                Files.copy(zip.getInputStream(entry), folder.resolve(to).resolve(entry.getName()));
            }
        }
    }

    /** Names of files are those within the folder of the test. */
    private int run(String... arguments) {
        CommandLine command = Namesake.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        boolean reads = arguments.length > 1 && !arguments[0].equals("specimen");
        String[] all = Arrays.stream(arguments)
                .map(argument -> argument.matches(".*\\.(zip|cer|jpg|bin)|.*/EF\\..*|\\.")
                        ? folder.resolve(argument).toString()
                        : argument)
                .toArray(String[]::new);
        if (reads) {
            all = Arrays.copyOf(all, all.length + 2);
            all[all.length - 2] = "--trust";
            all[all.length - 1] = folder.resolve("trust.json").toString();
        }
        return command.execute(all);
    }
}
