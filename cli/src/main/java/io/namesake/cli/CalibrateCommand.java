package io.namesake.cli;

import io.namesake.cli.report.PairList;
import io.namesake.cli.report.SummaryTable;
import io.namesake.face.Calibration;
import io.namesake.face.Role;
import io.namesake.face.evaluation.EvaluationOptions;
import io.namesake.face.evaluation.EvaluationReport;
import io.namesake.face.evaluation.OperatingPoint;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "calibrate",
        description = {
            "Measures, on your own labelled pairs, which similarity stands for which false match rate.",
            "",
            "The pairs are a list as evaluate takes it. The file that is written goes to verify --calibration and to"
                    + " NAMESAKE_CALIBRATION. A rate R needs at least 3 / R pairs of persons who differ, however many pictures"
                    + " there are of each: with none of them a false match, the true rate is then at most R with 95 %% confidence (the"
                    + " rule of 3 of ISO/IEC 19795-1). And it needs ten persons. Exit code 65 when there are fewer."
        })
final class CalibrateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private LabelledPictures pictures;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The calibration file to write; replaced as a whole.")
    private Path out;

    @Option(
            names = "--rates",
            split = ",",
            paramLabel = "R",
            defaultValue = "1e-2,1e-3,1e-4",
            description =
                    "The false match rates, between 0 and 0.01 (default: ${DEFAULT-VALUE}, of which verify needs the"
                            + " first and the last).")
    private List<Double> rates;

    @Option(
            names = "--data-set",
            paramLabel = "TEXT",
            description = "What the pictures are, for whoever reads the file (default: the list's file name).")
    private String dataSet;

    @Override
    public Integer call() throws IOException {
        Libraries.beQuiet();
        rates.stream().filter(rate -> !(rate > 0 && rate <= 0.01)).findFirst().ifPresent(rate -> {
            throw new ParameterException(spec.commandLine(), "--rates must lie between 0 and 0.01, not " + rate);
        });
        EvaluationOptions options = pictures.options(spec, Role.DOCUMENT)
                .withFalseMatchRates(rates.stream().distinct().toList());

        PairList list = pictures.read(spec);
        options = options.withPersonOf(list::personOf);
        long most = pictures.mostPairsOfPersons(list, options);
        refuse(options.falseMatchRates().stream().filter(rate -> most * rate < 3), "at most ", most);
        OutputFile file = OutputFile.tried(spec, "--out", out);
        EvaluationReport report = pictures.evaluate(list, options, spec);
        refuse(
                report.operatingPoints().stream()
                        .filter(point -> !point.supported())
                        .map(OperatingPoint::falseMatchRate),
                "",
                report.intervals().personPairs());
        String name = dataSet == null ? pictures.pairs().getFileName().toString() : dataSet;
        Calibration calibration = calibration(report, name);
        // First, so that it is not lost with a file that can't be written after all.
        spec.commandLine().getOut().print(SummaryTable.of(report));
        file.write(calibration.json());
        spec.commandLine().getOut().println("Written: " + out);
        return Exit.OK.code();
    }

    private static Calibration calibration(EvaluationReport report, String name) {
        try {
            return report.calibration(name, LocalDate.now(Clock.systemUTC()));
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(Exit.UNUSABLE_INPUT, "These pairs make no calibration: " + e.getMessage());
        }
    }

    /** Names the highest of the rates for which there are too few pairs. */
    private static void refuse(Stream<Double> unsupported, String howSurely, long pairs) {
        unsupported.max(Double::compare).ifPresent(rate -> {
            throw new CommandFailure(
                    Exit.UNUSABLE_INPUT,
                    String.format(
                            Locale.ROOT,
                            "Too few pairs of persons for a false match rate of %s: it needs at least %,d (3 / rate, the rule"
                                    + " of 3 of ISO/IEC 19795-1), and these are %s%,d, however many pictures there are of each.%nAdd persons, compare all pictures"
                                    + " with --all-impostors, or leave that rate out of --rates.",
                            rate,
                            (long) Math.ceil(3 / rate - 1e-6),
                            howSurely,
                            pairs));
        });
    }
}
