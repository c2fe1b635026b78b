package io.namesake.cli;

import io.namesake.cli.report.EvaluationFiles;
import io.namesake.cli.report.GroupList;
import io.namesake.cli.report.ListException;
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
import picocli.CommandLine.ParameterException;
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

    @Option(
            names = "--groups",
            paramLabel = "CSV",
            description =
                    "Also report each group of people by itself: a CSV file with the columns person and group (a person is"
                            + " the name of a picture's folder), or picture and group.")
    private Path groups;

    @Override
    public Integer call() throws IOException {
        Libraries.beQuiet();
        EvaluationOptions options = pictures.options(spec);
        PairList list = pictures.read(spec);
        if (groups != null) {
            options = options.withGroups(groups(list).groups());
        }
        Files.createDirectories(out);

        EvaluationReport report = pictures.evaluate(list, options, spec);
        new EvaluationFiles(pictures.pairs(), Version.current(), options, Clock.systemUTC()).write(report, out);
        spec.commandLine().getOut().print(SummaryTable.of(report));
        spec.commandLine().getOut().println("Written: " + out.resolve("report.json") + ", scores.csv, det.svg");
        return Exit.OK.code();
    }

    private GroupList groups(PairList list) throws IOException {
        if (!Files.isRegularFile(groups)) {
            throw new ParameterException(spec.commandLine(), "--groups: there is no file " + groups);
        }
        try {
            GroupList named = GroupList.read(groups);
            if (!named.namesSomeOf(list)) {
                throw new CommandFailure(
                        Exit.UNUSABLE_INPUT, groups + " names no picture of the list, and no person of one.");
            }
            return named;
        } catch (ListException e) {
            throw new CommandFailure(Exit.UNUSABLE_INPUT, e.getMessage());
        }
    }
}
