package io.namesake.cli;

import io.namesake.cli.report.EvaluationFiles;
import io.namesake.cli.report.PairList;
import io.namesake.cli.report.SummaryTable;
import io.namesake.face.evaluation.EvaluationOptions;
import io.namesake.face.evaluation.EvaluationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "evaluate",
        description = {
            "Measures the face comparison over labelled pairs of pictures.",
            "",
            "The pairs are a CSV file with the columns image_a, image_b and same_person (true or false), paths relative to the"
                    + " folder of images. Written to the output folder: report.json, scores.csv and det.svg."
        })
final class EvaluateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private LabelledPictures pictures;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to write; made when missing.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        Libraries.beQuiet();
        EvaluationOptions options = pictures.options(spec);
        PairList list = pictures.read(spec);
        Files.createDirectories(out);

        EvaluationReport report = pictures.evaluate(list, options, spec);
        new EvaluationFiles(pictures.pairs(), Version.current(), options, Clock.systemUTC()).write(report, out);
        spec.commandLine().getOut().print(SummaryTable.of(report));
        spec.commandLine().getOut().println("Written: " + out.resolve("report.json") + ", scores.csv, det.svg");
        return Exit.OK.code();
    }
}
