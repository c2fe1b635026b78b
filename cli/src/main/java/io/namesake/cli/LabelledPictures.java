package io.namesake.cli;

import io.namesake.cli.report.ListException;
import io.namesake.cli.report.PairList;
import io.namesake.face.ModelException;
import io.namesake.face.Role;
import io.namesake.face.evaluation.Evaluation;
import io.namesake.face.evaluation.EvaluationOptions;
import io.namesake.face.evaluation.EvaluationOptions.FaceChoice;
import io.namesake.face.evaluation.EvaluationReport;
import io.namesake.face.evaluation.ImageSource;
import io.namesake.face.evaluation.LabelledPair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The pictures that evaluate and calibrate run over, and how. */
final class LabelledPictures {

    @Option(names = "--pairs", required = true, paramLabel = "CSV", description = "The labelled pairs.")
    private Path pairs;

    @Option(names = "--images", required = true, paramLabel = "DIR", description = "Where the paths in the list start.")
    private Path images;

    @Option(
            names = "--all-impostors",
            description =
                    "Also compare every two pictures of different persons, so that low false match rates are really"
                            + " measured.")
    private boolean allImpostors;

    @Option(
            names = "--strict",
            description =
                    "Treat a picture of several faces as unusable, as verify does; otherwise the face nearest the centre"
                            + " counts.")
    private boolean strict;

    @Option(
            names = "--second",
            paramLabel = "ROLE",
            description =
                    "Whose rules the second picture of each pair is held to, DOCUMENT or SELFIE: how large a face must be, whether"
                            + " another may be in the picture, what the quality gate asks. The first is held to DOCUMENT's."
                            + " Default: DOCUMENT; SELFIE with evaluate's --portrait.")
    private Role second;

    @Mixin
    private ThreadChoice threads;

    @Mixin
    private ModelChoice models;

    Path pairs() {
        return pairs;
    }

    /** Reads the list; the command ends with a message when there is none or it can't be used. */
    PairList read(CommandSpec spec) {
        if (!Files.isRegularFile(pairs)) {
            throw new ParameterException(spec.commandLine(), "--pairs: there is no file " + pairs);
        }
        if (!Files.isDirectory(images)) {
            throw new ParameterException(spec.commandLine(), "--images: there is no folder " + images);
        }
        try {
            return PairList.read(pairs, images);
        } catch (ListException e) {
            throw new CommandFailure(Exit.UNUSABLE_INPUT, e.getMessage());
        } catch (IOException e) {
            throw InputFile.unreadable(pairs);
        }
    }

    /** Reads the pictures that the list names; the command ends with a message when one can't be read. */
    ImageSource source() {
        int mostBytes = models.faceOptions().imageLimits().maxBytes();
        return name -> InputFile.read(images.resolve(name), mostBytes);
    }

    /** How many pairs of persons who differ there are to compare, if every picture can be used. */
    long mostPairsOfPersons(PairList list, EvaluationOptions options) {
        UnaryOperator<String> personOf = options.personOf();
        if (!allImpostors) {
            return list.rows().stream()
                    .filter(row -> !row.samePerson())
                    .map(row -> Set.of(personOf.apply(row.imageA()), personOf.apply(row.imageB())))
                    .distinct()
                    .count();
        }
        long persons = list.rows().stream()
                .flatMap(row -> Stream.of(row.imageA(), row.imageB()))
                .map(personOf)
                .distinct()
                .count();
        return persons * (persons - 1) / 2;
    }

    /** @param usualSecond whose rules the second picture is held to when nothing was said about it */
    EvaluationOptions options(CommandSpec spec, Role usualSecond) {
        EvaluationOptions options = EvaluationOptions.defaults()
                .withAllImpostors(allImpostors)
                .withFaceChoice(strict ? FaceChoice.STRICT : FaceChoice.NEAREST_CENTRE)
                .withSecond(second == null ? usualSecond : second)
                .withFace(models.faceOptions());
        OptionalInt wanted = threads.threads(spec);
        return wanted.isPresent() ? options.withThreads(wanted.getAsInt()) : options;
    }

    EvaluationReport evaluate(PairList list, EvaluationOptions options, CommandSpec spec) throws IOException {
        return evaluate(list.labelledPairs(), source(), options, spec);
    }

    EvaluationReport evaluate(
            List<LabelledPair> labelled, ImageSource source, EvaluationOptions options, CommandSpec spec)
            throws IOException {
        try (EvaluationProgress progress =
                EvaluationProgress.on(spec.commandLine().getErr())) {
            return new Evaluation(options).run(labelled, source, progress);
        } catch (ModelException | IllegalArgumentException e) {
            throw new CommandFailure(Exit.UNUSABLE_INPUT, e.getMessage());
        }
    }
}
