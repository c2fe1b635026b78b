package io.namesake.cli;

import io.namesake.cli.report.EvaluationFiles;
import io.namesake.cli.report.GroupList;
import io.namesake.cli.report.ListException;
import io.namesake.cli.report.PairList;
import io.namesake.cli.report.SummaryTable;
import io.namesake.document.ChipPortrait;
import io.namesake.face.Role;
import io.namesake.face.evaluation.EvaluationOptions;
import io.namesake.face.evaluation.EvaluationReport;
import io.namesake.face.evaluation.ImageSource;
import io.namesake.face.evaluation.LabelledPair;
import io.namesake.face.evaluation.PortraitStyle;
import io.namesake.face.evaluation.Portraits;
import io.namesake.face.evaluation.SmallPictures;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
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
                    + " folder of images. All pictures of a person, and of nobody else, lie in one folder, or two more columns, person_a"
                    + " and person_b, name the persons. Written to the output folder: report.html for people, report.json and scores.csv for"
                    + " programs, det.svg and scores.svg. They replace those of an earlier run."
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
                            + " called as in the list of pairs, or as the folder), or picture and group.")
    private Path groups;

    @Option(
            names = "--with-pictures",
            description =
                    "Show the worst pairs' pictures in report.html, drawn anew and small. Off by default: such a page is a store of faces with names,"
                            + " to be kept and deleted as the pictures themselves.")
    private boolean withPictures;

    @Option(
            names = "--portrait",
            paramLabel = "STYLE",
            description =
                    "Draw the first picture of each pair anew as a document's portrait before it is compared: ${COMPLETION-CANDIDATES}."
                            + " With --all-impostors, every portrait then meets every second picture of other persons.")
    private PortraitStyle portrait;

    @Override
    public Integer call() throws IOException {
        Libraries.beQuiet();
        EvaluationOptions options = pictures.options(spec, portrait == null ? Role.DOCUMENT : Role.SELFIE);
        PairList list = pictures.read(spec);
        options = options.withPersonOf(list::personOf);
        if (groups != null) {
            options = options.withGroups(groups(list).groups());
        }
        OutputFolder folder = OutputFolder.tried(
                spec, "--out", out, "report.html", "report.json", "scores.csv", "det.svg", "scores.svg");

        if (portrait == null) {
            measure(list.labelledPairs(), pictures.source(), options, folder);
        } else {
            EvaluationOptions across = options.withAcrossColumns(true);
            try (Portraits portraits = new Portraits(across, pictures.source(), portrait, ChipPortrait::stored)) {
                measure(Portraits.first(list.labelledPairs()), portraits, across, folder);
            }
        }
        return Exit.OK.code();
    }

    private void measure(List<LabelledPair> pairs, ImageSource source, EvaluationOptions options, OutputFolder folder)
            throws IOException {
        EvaluationReport report = pictures.evaluate(pairs, source, options, spec);
        EvaluationFiles files = new EvaluationFiles(
                pictures.pairs(),
                Optional.ofNullable(portrait),
                Version.current(),
                options,
                Clock.systemUTC(),
                withPictures
                        ? Optional.of(new SmallPictures(source, options.face().imageLimits()))
                        : Optional.empty());
        PrintWriter console = spec.commandLine().getOut();
        console.print(SummaryTable.of(report));
        folder.write(part -> files.write(report, part));
        console.println("Written: " + out.resolve("report.html") + ", report.json, scores.csv, det.svg, scores.svg");
    }

    private GroupList groups(PairList list) {
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
        } catch (IOException e) {
            throw InputFile.unreadable(groups);
        }
    }
}
