package io.namesake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.face.QualityMeasure;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The command itself, on the sample pictures. */
class ExplainCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void pictures() throws IOException {
        for (String name : new String[] {"a-document", "a-selfie", "b"}) {
            try (InputStream sample = getClass().getResourceAsStream("/io/namesake/models/samples/" + name + ".jpg")) {
                Files.copy(sample, folder.resolve(name + ".jpg"));
            }
        }
        Files.writeString(folder.resolve("note.jpg"), "no picture");
    }

    @Test
    void a_match_is_shown_with_both_pictures_every_measure_and_the_way_to_it() throws IOException {
        int exit = explain("a-document.jpg", "a-selfie.jpg", "report.html");

        String page = Files.readString(folder.resolve("report.html"));
        assertThat(exit).isIn(0, 2);
        assertThat(page).contains(exit == 0 ? "VERIFIED" : "REVIEW").contains("a-selfie.jpg");
        // Two drawings and two crops of each.
        assertThat(page.split("data:image/png;base64,", -1).length - 1).isEqualTo(6);
        for (QualityMeasure measure : QualityMeasure.values()) {
            assertThat(page.split("<td>" + measure.componentName() + "</td>", -1))
                    .as(measure.name())
                    .hasSize(1 + 2);
        }
        assertThat(page)
                .contains("fr_feature", "mobilefacenet", "dlib_resnet")
                .contains(
                        "one in 10,000",
                        "this pair: ",
                        "Speaks for an attack",
                        "The general judge",
                        // Of these pictures it is heard.
                        "The judge of prints that are worn – heard")
                .contains(
                        "What the network's layers see",
                        "The same of the face from nearer",
                        "An edge across both cheeks, as of a half mask",
                        "Regions of one face that do not go together")
                .containsPattern(
                        "(?s)(Clarity to the networks.*from 7.03, if no measure sends it back, two faces may be called different.*){2}")
                .contains("delete it once it has been looked at")
                .doesNotContain("http://", "https://", "<script");
        assertThat(out.toString()).contains("Written: ", "report.html").contains("It contains both faces");
    }

    @ParameterizedTest
    @CsvSource({
        "a-document.jpg, b.jpg, 1, REFUSED, 6",
        "a-document.jpg, note.jpg, 65, UNUSABLE, 3",
        "note.jpg, b.jpg, 65, UNUSABLE, 1"
    })
    void every_outcome_has_its_page_and_the_exit_code_of_verify(
            String document, String selfie, int exit, String outcome, int drawings) throws IOException {
        assertThat(explain(document, selfie, "new/folder/report.html")).isEqualTo(exit);
        String page = Files.readString(folder.resolve("new/folder/report.html"));
        assertThat(page).contains(outcome);
        if (exit == 65) {
            assertThat(page).contains("could not be read as a picture", "a face that can't be seen is never compared");
        }
        assertThat(page.split("data:image/png;base64,", -1).length - 1).isEqualTo(drawings);
    }

    @Test
    void a_folder_or_a_missing_picture_is_refused_before_anything_is_written() {
        assertThat(explain("a-document.jpg", "b.jpg", "")).isEqualTo(64);
        assertThat(err.toString()).contains("is a folder; name a file in it");
        assertThat(explain("a-document.jpg", "nobody.jpg", "report.html")).isEqualTo(64);
        assertThat(err.toString()).contains("there is no file");
        assertThat(folder.resolve("report.html")).doesNotExist();
    }

    @Test
    void a_page_is_not_written_over_the_pictures_that_it_explains() throws IOException {
        byte[] selfie = Files.readAllBytes(folder.resolve("b.jpg"));
        Files.createSymbolicLink(folder.resolve("link.html"), folder.resolve("b.jpg"));
        assertThat(explain("a-document.jpg", "b.jpg", "b.jpg")).isEqualTo(64);
        assertThat(explain("a-document.jpg", "b.jpg", "link.html")).isEqualTo(64);
        assertThat(err.toString()).contains("b.jpg is what --selfie names, and would be lost");
        assertThat(folder.resolve("b.jpg")).hasBinaryContent(selfie);
    }

    private int explain(String document, String selfie, String page) {
        CommandLine command = Namesake.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(
                "explain",
                "--document",
                folder.resolve(document).toString(),
                "--selfie",
                folder.resolve(selfie).toString(),
                "--out",
                folder.resolve(page).toString());
    }
}
