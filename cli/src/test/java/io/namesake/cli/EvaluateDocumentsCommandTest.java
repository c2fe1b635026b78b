package io.namesake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.cli.report.PrintedDocumentsReport;
import io.namesake.document.CheckKind;
import io.namesake.document.print.evaluation.SignTrial;
import io.namesake.document.specimen.card.PortraitSwap;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvaluateDocumentsCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void every_trial_is_told_and_counted_once() throws IOException {
        assertThat(run("--count", "2", "--kind", "card", "--out", folder.toString()))
                .isZero();
        JsonNode report = JsonMapper.shared().readTree(folder.resolve("report.json"));
        JsonNode row = report.get("rows").get(0);
        assertThat(row.get("right").asInt()
                        + row.get("wrong").asInt()
                        + row.get("sentBack").asInt())
                .isEqualTo(2);
        assertThat(report.get("trials")).hasSize(2);
        assertThat(row.get("portraits").asInt())
                .isEqualTo(2 - row.get("sentBack").asInt());
        assertThat(out.toString()).contains("CARD", "completely right", "portrait right");
    }

    @Test
    void signs_are_counted_by_what_lay_before_the_camera() {
        PrintedDocumentsReport report = new PrintedDocumentsReport(
                List.of(),
                List.of(
                        new SignTrial(CheckKind.COPY, "DOCUMENT", 1, SignTrial.Outcome.NOT_NOTICED, "none"),
                        new SignTrial(CheckKind.COPY, "SCREEN", 1, SignTrial.Outcome.NOTICED, "a pattern"),
                        new SignTrial(CheckKind.COPY, "SCREEN", 2, SignTrial.Outcome.SENT_BACK, "")));
        assertThat(report.signRows())
                .containsExactly(
                        new PrintedDocumentsReport.SignRow(CheckKind.COPY, "DOCUMENT", 1, 0, 0),
                        new PrintedDocumentsReport.SignRow(CheckKind.COPY, "SCREEN", 2, 1, 1));
        assertThat(report.text()).contains("noticed", "COPY", "SCREEN");
    }

    @Test
    void exchanged_portraits_are_made_photographed_and_looked_at() throws IOException {
        assertThat(run("--count", "0", "--portraits", "1", "--out", folder.toString()))
                .isZero();
        JsonNode report = JsonMapper.shared().readTree(folder.resolve("report.json"));
        assertThat(report.get("signs")).hasSize(PortraitSwap.values().length);
        assertThat(out.toString()).contains("GLUED", "UNTOUCHED");
    }

    @Test
    void an_unknown_kind_and_no_documents_make_no_sense() {
        assertThat(run("--kind", "library-card", "--out", folder.toString())).isEqualTo(64);
        assertThat(err.toString()).contains("PASSPORT");
        assertThat(run("--count", "0", "--out", folder.toString())).isEqualTo(64);
        assertThat(run("--portraits", "-1", "--out", folder.toString())).isEqualTo(64);
    }

    @Test
    void a_file_where_the_folder_should_be_is_told_before_anything_is_drawn() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "a file");
        assertThat(run("--count", "1", "--kind", "card", "--out", taken.toString()))
                .isEqualTo(64);
        assertThat(err.toString()).contains("taken is a file; name a folder").doesNotContain(" pictures");
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "evaluate-documents";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Namesake.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all);
    }
}
