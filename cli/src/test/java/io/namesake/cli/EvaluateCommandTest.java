package io.namesake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command itself, on the sample pictures, sorted by what they are and not by whom they show. */
class EvaluateCommandTest {

    private static final String PAIRS = """
            image_a,image_b,same_person,person_a,person_b
            documents/a.jpg,selfies/a.jpg,true,Ann,Ann
            documents/a.jpg,selfies/b.jpg,false,Ann,Bob
            documents/c.jpg,selfies/d.jpg,false,Cid,Dan
            """;

    private static final Pattern PICTURE = Pattern.compile("data:image/([a-z]+);base64,([^\"]+)");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void pictures() throws IOException {
        copy("a-document", "documents/a.jpg");
        copy("c", "documents/c.jpg");
        copy("a-selfie", "selfies/a.jpg");
        copy("b", "selfies/b.jpg");
        copy("d", "selfies/d.jpg");
    }

    @Test
    void persons_are_who_the_columns_name_whatever_the_folders_are() throws IOException {
        assertThat(evaluate(PAIRS, "--all-impostors")).as(err.toString()).isZero();

        JsonNode report = report();
        // Five pictures make ten pairs, one of them of Ann.
        assertThat(report.get("impostorPairs").asInt()).isEqualTo(9);
        assertThat(report.get("lookAlikes").get("persons").asInt()).isEqualTo(4);
        assertThat(report.get("second").asString()).isEqualTo("DOCUMENT");
        assertThat(out.toString()).contains("Of fewer than 10 persons there are none");
        assertThat(err.toString())
                .contains("5 of 5 pictures compared with all others")
                .contains("rates with their intervals");
    }

    @Test
    void beside_a_drawn_portrait_the_second_picture_is_a_selfie_unless_something_else_is_asked() throws IOException {
        assertThat(evaluate(PAIRS, "--portrait", "COLOUR")).as(err.toString()).isZero();
        assertThat(report().get("second").asString()).isEqualTo("SELFIE");
        assertThat(report().get("roles").get(0).get("role").asString()).isEqualTo("DOCUMENT");
        assertThat(report().get("roles").get(0).get("images").asInt()).isEqualTo(2);
        assertThat(report().get("roles").get(1).get("images").asInt()).isEqualTo(3);

        assertThat(evaluate(PAIRS, "--portrait", "COLOUR", "--second", "DOCUMENT"))
                .as(err.toString())
                .isZero();
        assertThat(report().get("second").asString()).isEqualTo("DOCUMENT");

        assertThat(evaluate(PAIRS, "--second", "SELFIE")).as(err.toString()).isZero();
        assertThat(report().get("second").asString()).isEqualTo("SELFIE");
        assertThat(out.toString()).contains("Held to a selfie's");
    }

    @Test
    void groups_go_by_the_persons_of_the_columns() throws IOException {
        Path groups = Files.writeString(folder.resolve("groups.csv"), "person,group\nAnn,elders\nBob,elders\n");

        assertThat(evaluate(PAIRS, "--groups", groups.toString(), "--portrait", "GREY"))
                .as(err.toString())
                .isZero();

        JsonNode elders = report().get("groups").get(0);
        assertThat(elders.get("persons").asInt()).isEqualTo(2);
        assertThat(elders.get("images").asInt()).isEqualTo(3);
    }

    @Test
    void pictures_on_the_page_are_drawn_anew_without_what_their_files_say() throws IOException {
        Path photo = folder.resolve("selfies/a.jpg");
        Files.write(photo, withComment(Files.readAllBytes(photo), "GPS 52.1 N 5.2 E"));

        assertThat(evaluate(PAIRS, "--with-pictures")).as(err.toString()).isZero();

        String page = Files.readString(folder.resolve("out/report.html"));
        assertThat(PICTURE.matcher(page).results()).hasSize(6).allSatisfy(picture -> {
            assertThat(picture.group(1)).isEqualTo("png");
            assertThat(decoded(picture)).doesNotContain("GPS");
        });
    }

    @Test
    void a_picture_that_is_larger_than_any_may_be_is_unusable_and_never_read_whole() throws IOException {
        try (RandomAccessFile large =
                new RandomAccessFile(folder.resolve("selfies/large.jpg").toFile(), "rw")) {
            large.setLength(3L << 30);
        }

        assertThat(evaluate(PAIRS + "documents/a.jpg,selfies/large.jpg,true,Ann,Ann\n"))
                .as(err.toString())
                .isZero();

        JsonNode failures = report().get("failuresToAcquire");
        assertThat(failures.get("images").get(0).get("reason").asString()).isEqualTo("image-too-large");
    }

    private JsonNode report() {
        return JsonMapper.shared().readTree(folder.resolve("out/report.json"));
    }

    private static String decoded(MatchResult picture) {
        return new String(Base64.getDecoder().decode(picture.group(2)), StandardCharsets.ISO_8859_1);
    }

    /** With a COM segment after the start of the image (ITU-T T.81, B.2.4.5). */
    private static byte[] withComment(byte[] jpeg, String comment) {
        byte[] text = comment.getBytes(StandardCharsets.ISO_8859_1);
        byte[] with = new byte[jpeg.length + 4 + text.length];
        System.arraycopy(jpeg, 0, with, 0, 2);
        with[2] = (byte) 0xFF;
        with[3] = (byte) 0xFE;
        with[5] = (byte) (text.length + 2);
        System.arraycopy(text, 0, with, 6, text.length);
        System.arraycopy(jpeg, 2, with, 6 + text.length, jpeg.length - 2);
        return with;
    }

    private void copy(String sample, String name) throws IOException {
        Path picture = folder.resolve(name);
        Files.createDirectories(picture.getParent());
        try (InputStream in = getClass().getResourceAsStream("/io/namesake/models/samples/" + sample + ".jpg")) {
            Files.copy(in, picture);
        }
    }

    private int evaluate(String pairs, String... more) throws IOException {
        Path list = Files.writeString(folder.resolve("pairs.csv"), pairs);
        CommandLine command = Namesake.commandLine();
        command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return command.execute(Stream.concat(
                        Stream.of(
                                "evaluate",
                                "--pairs",
                                list.toString(),
                                "--images",
                                folder.toString(),
                                "--out",
                                folder.resolve("out").toString()),
                        Arrays.stream(more))
                .toArray(String[]::new));
    }
}
