package io.namesake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.cli.report.PrintedDocumentsReport;
import io.namesake.document.print.evaluation.CopyTrial;
import io.namesake.document.specimen.card.Recapture;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
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
    void copies_are_counted_by_what_lay_before_the_camera() {
        PrintedDocumentsReport report = new PrintedDocumentsReport(
                List.of(),
                List.of(
                        new CopyTrial(Recapture.DOCUMENT, 1, CopyTrial.Outcome.NOT_NOTICED),
                        new CopyTrial(Recapture.SCREEN, 1, CopyTrial.Outcome.NOTICED),
                        new CopyTrial(Recapture.SCREEN, 2, CopyTrial.Outcome.SENT_BACK)));
        assertThat(report.copyRows())
                .containsExactly(
                        new PrintedDocumentsReport.CopyRow(Recapture.DOCUMENT, 1, 0, 0),
                        new PrintedDocumentsReport.CopyRow(Recapture.SCREEN, 2, 1, 1));
        assertThat(report.text()).contains("taken for a copy", "SCREEN");
    }

    @Test
    void an_unknown_kind_and_no_documents_make_no_sense() {
        assertThat(run("--kind", "library-card", "--out", folder.toString())).isEqualTo(64);
        assertThat(err.toString()).contains("PASSPORT");
        assertThat(run("--count", "0", "--out", folder.toString())).isEqualTo(64);
        assertThat(run("--copies", "-1", "--out", folder.toString())).isEqualTo(64);
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
