package io.namesake.cli;

import io.namesake.cli.report.EvaluationFiles;
import io.namesake.cli.report.PairList;
import io.namesake.cli.report.PairListException;
import io.namesake.cli.report.SummaryTable;
import io.namesake.face.FaceOptions;
import io.namesake.face.ModelException;
import io.namesake.face.evaluation.Evaluation;
import io.namesake.face.evaluation.EvaluationOptions;
import io.namesake.face.evaluation.EvaluationOptions.FaceChoice;
import io.namesake.face.evaluation.EvaluationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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

    @Option(names = "--pairs", required = true, paramLabel = "CSV", description = "The labelled pairs.")
    private Path pairs;

    @Option(names = "--images", required = true, paramLabel = "DIR", description = "Where the paths in the list start.")
    private Path images;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to write; made when missing.")
    private Path out;

    @Option(
            names = "--all-impostors",
            description =
                    "Also compare every two pictures of different persons (a person is the name of a picture's folder),"
                            + " so that low false match rates are really measured.")
    private boolean allImpostors;

    @Option(
            names = "--strict",
            description =
                    "Treat a picture of several faces as unusable, as verify does; otherwise the face nearest the centre"
                            + " counts.")
    private boolean strict;

    @Option(names = "--models", paramLabel = "DIR", description = "Other models than the shipped ones.")
    private Path models;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Pictures worked on at the same time (default: all cores).")
    private Integer threads;

    @Override
    public Integer call() throws IOException {
        Libraries.beQuiet();
        if (!Files.isRegularFile(pairs)) {
            throw usage("--pairs: there is no file " + pairs);
        }
        if (!Files.isDirectory(images)) {
            throw usage("--images: there is no folder " + images);
        }
        EvaluationOptions options = options();
        PairList list = readPairs();
        Files.createDirectories(out);

        EvaluationReport report = run(list, options);
        new EvaluationFiles(pairs, Version.current(), options, Clock.systemUTC()).write(report, out);
        spec.commandLine().getOut().print(SummaryTable.of(report));
        spec.commandLine().getOut().println("Written: " + out.resolve("report.json") + ", scores.csv, det.svg");
        return Exit.OK.code();
    }

    private EvaluationOptions options() {
        EvaluationOptions options = EvaluationOptions.defaults()
                .withAllImpostors(allImpostors)
                .withFaceChoice(strict ? FaceChoice.STRICT : FaceChoice.NEAREST_CENTRE);
        if (models != null) {
            options = options.withFace(
                    FaceOptions.builder().modelDirectory(models).build());
        }
        if (threads != null) {
            if (threads < 1 || threads > 256) {
                throw usage("--threads must lie in 1..256, not " + threads);
            }
            options = options.withThreads(threads);
        }
        return options;
    }

    private PairList readPairs() throws IOException {
        try {
            return PairList.read(pairs, images);
        } catch (PairListException e) {
            throw new CommandFailure(Exit.UNUSABLE_INPUT, e.getMessage());
        }
    }

    private EvaluationReport run(PairList list, EvaluationOptions options) throws IOException {
        try (EvaluationProgress progress =
                EvaluationProgress.on(spec.commandLine().getErr())) {
            return new Evaluation(options)
                    .run(list.labelledPairs(), name -> Files.readAllBytes(images.resolve(name)), progress);
        } catch (ModelException | IllegalArgumentException e) {
            throw new CommandFailure(Exit.UNUSABLE_INPUT, e.getMessage());
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
