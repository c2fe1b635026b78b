package io.namesake.cli;

import io.namesake.cli.report.AttackFiles;
import io.namesake.face.AttackFusion;
import io.namesake.face.ModelException;
import io.namesake.face.evaluation.attacks.AttackEvaluation;
import io.namesake.face.evaluation.attacks.AttackEvaluation.OnOwnPeople;
import io.namesake.face.evaluation.attacks.AttackFindings;
import io.namesake.face.evaluation.attacks.AttackReport;
import io.namesake.face.evaluation.attacks.AttackSet;
import io.namesake.face.evaluation.attacks.MadeAttack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "evaluate-attacks",
        description = {
            "Measures how passive presentation-attack detection errs, per attack species.",
            "",
            "Folders hold pictures in folders that are named after persons. Attacks are also made from the first folder of living"
                    + " people: prints, screens, cut-outs, masks. Written to the output folder, in place of those of an earlier run: report.json and attacks.svg."
        })
final class EvaluateAttacksCommand implements Callable<Integer> {
    private static final int SEED = 1;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--live",
            required = true,
            paramLabel = "NAME=DIR",
            description = "Living people; may be given again.")
    private Map<String, Path> living;

    @Option(names = "--attack", paramLabel = "SPECIES=DIR", description = "Attacks of one species; may be given again.")
    private Map<String, Path> attacks = Map.of();

    @Option(
            names = "--made-from",
            paramLabel = "N",
            defaultValue = "400",
            description =
                    "From how many pictures of the first living people attacks are made (default: ${DEFAULT-VALUE}; 0: none).")
    private int madeFrom;

    @Option(
            names = "--most",
            paramLabel = "N",
            defaultValue = "1500",
            description = "Pictures of each folder at most, spread evenly (default: ${DEFAULT-VALUE}).")
    private int most;

    @Option(
            names = "--folds",
            paramLabel = "N",
            defaultValue = "7",
            description =
                    "Also judge each person by a fusion that was fitted on the others, in so many groups of persons"
                            + " (default: ${DEFAULT-VALUE}; 0: not).")
    private int folds;

    @Mixin
    private ThreadChoice threads;

    @Option(
            names = "--fit",
            paramLabel = "FILE",
            description =
                    "Also fit a fusion on all of these pictures and write it to this file (attacks.json beside the models).")
    private Path fit;

    @Option(
            names = "--thresholds",
            paramLabel = "FILE",
            description =
                    "Also write the fusion of the models with its thresholds set on these living people, whose camera it does not know, to this file"
                            + " (attacks.json beside the models). No attack of theirs is needed.")
    private Path thresholds;

    @Option(
            names = "--data-set",
            paramLabel = "TEXT",
            defaultValue = "pictures of its operator",
            description = "What the pictures are, for whoever reads the file that --fit or --thresholds writes.")
    private String dataSet;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to write; made when missing.")
    private Path out;

    @Mixin
    private ModelChoice models;

    @Override
    public Integer call() throws IOException {
        Libraries.beQuiet();
        requireSense();
        int mostBytes = models.faceOptions().imageLimits().maxBytes();
        List<AttackSet> sets = new ArrayList<>();
        for (Map.Entry<String, Path> set : living.entrySet()) {
            sets.add(set("--live", set.getKey(), true, set.getValue(), mostBytes));
        }
        for (Map.Entry<String, Path> set : attacks.entrySet()) {
            sets.add(set("--attack", set.getKey(), false, set.getValue(), mostBytes));
        }
        OutputFolder folder = OutputFolder.tried(spec, "--out", out, "report.json", "attacks.svg");
        Optional<OutputFile> fitted = Optional.ofNullable(fit).map(file -> OutputFile.tried(spec, "--fit", file));
        Optional<OutputFile> moved =
                Optional.ofNullable(thresholds).map(file -> OutputFile.tried(spec, "--thresholds", file));

        int workers = threads.threads(spec).orElse(Runtime.getRuntime().availableProcessors());
        AttackFindings findings;
        AttackFiles files;
        List<AttackReport> reports;
        try (EvaluationProgress progress =
                EvaluationProgress.on(spec.commandLine().getErr())) {
            findings = findings(sets, workers, progress);
            files = new AttackFiles(findings, folds);
            reports = files.reports(workers, progress);
        }
        Optional<OnOwnPeople> ownPeople = moved.map(file -> onOwnPeople(findings));
        ownPeople.ifPresent(set -> reports.addFirst(set.report()));
        spec.commandLine().getOut().print(AttackFiles.text(reports));
        findings.unusable()
                .forEach((name, count) -> spec.commandLine()
                        .getOut()
                        .println(String.format(Locale.ROOT, "Without a usable face: %s %d", name, count)));
        folder.write(part ->
                files.write(reports, Version.current(), Clock.systemUTC().instant(), part));
        spec.commandLine().getOut().println("Written: " + out.resolve("report.json") + ", attacks.svg");
        if (ownPeople.isPresent()) {
            moved.get().write(ownPeople.get().fusion().json());
            spec.commandLine().getOut().println("Written: " + thresholds);
        }
        if (fitted.isPresent()) {
            AttackFusion fusion =
                    AttackEvaluation.fit(findings, reports.getLast(), dataSet, LocalDate.now(Clock.systemUTC()));
            fitted.get().write(fusion.json());
            spec.commandLine().getOut().println("Written: " + fit);
        }
        return Exit.OK.code();
    }

    private OnOwnPeople onOwnPeople(AttackFindings findings) {
        try {
            return AttackEvaluation.onOwnPeople(findings, dataSet, LocalDate.now(Clock.systemUTC()));
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(Exit.UNUSABLE_INPUT, e.getMessage());
        }
    }

    private AttackFindings findings(List<AttackSet> sets, int workers, EvaluationProgress progress) throws IOException {
        List<MadeAttack> made = madeFrom == 0 ? List.of() : List.of(MadeAttack.values());
        try {
            return new AttackEvaluation(models.faceOptions(), workers, SEED).run(sets, made, madeFrom, progress);
        } catch (ModelException | IllegalArgumentException e) {
            throw new CommandFailure(Exit.UNUSABLE_INPUT, e.getMessage());
        }
    }

    private void requireSense() {
        threads.threads(spec);
        if (madeFrom < 0 || most < 1) {
            throw usage("--made-from must not be below 0, and --most not below 1");
        }
        if (folds == 1 || folds < 0 || folds > 100 || fit != null && folds < 2) {
            throw usage("--folds must lie in 2..100, or be 0 without --fit");
        }
    }

    private AttackSet set(String option, String name, boolean live, Path folder, int mostBytes) {
        if (!Files.isDirectory(folder)) {
            throw usage(option + ": there is no folder " + folder);
        }
        try (Stream<Path> found = Files.walk(folder)) {
            List<String> pictures = found.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .filter(file -> file.toLowerCase(Locale.ROOT).matches(".*\\.(jpe?g|png|webp)"))
                    .sorted()
                    .toList();
            if (pictures.isEmpty()) {
                throw usage(option + ": there is no picture in " + folder);
            }
            return new AttackSet(
                    name,
                    live,
                    AttackEvaluation.spread(pictures, most),
                    file -> InputFile.read(folder.resolve(file), mostBytes));
        } catch (IOException | UncheckedIOException e) {
            throw InputFile.unreadable(folder);
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
