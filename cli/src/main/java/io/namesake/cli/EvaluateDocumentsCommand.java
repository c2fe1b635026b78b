package io.namesake.cli;

import io.namesake.cli.report.PrintedDocumentsReport;
import io.namesake.document.print.PrintedDocumentReader;
import io.namesake.document.print.evaluation.PrintEvaluation;
import io.namesake.document.print.evaluation.PrintSeries;
import io.namesake.document.print.evaluation.PrintTrial;
import io.namesake.document.print.evaluation.SignEvaluation;
import io.namesake.document.print.evaluation.SignTrial;
import io.namesake.document.specimen.card.ChineseFont;
import io.namesake.document.specimen.card.PortraitSwap;
import io.namesake.document.specimen.card.Recapture;
import io.namesake.document.specimen.card.SpecimenKind;
import io.namesake.face.evaluation.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "evaluate-documents",
        description = {
            "Measures how well photos of printed documents are read.",
            "",
            "Specimens of made-up people are drawn, photographed as people do it (askew, blurred, unevenly lit, compressed) and"
                    + " read by one thread. Written to the output folder, in place of that of an earlier run: report.json with every"
                    + " trial."
        })
final class EvaluateDocumentsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "100",
            description = "Documents of each kind, to be read (default: ${DEFAULT-VALUE}).")
    private int count;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Another seed makes other people and other photos (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "Only this kind of document, as the report names it; may be given again.")
    private List<String> kinds = List.of();

    @Option(
            names = "--copies",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "Also passports on screens and in print, and as many honest ones: how often the check for copies notices"
                            + " them (default: ${DEFAULT-VALUE}).")
    private int copies;

    @Option(
            names = "--portraits",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "Also documents with another portrait pasted into the photo or glued on the page, and as many untouched ones:"
                            + " how often the check for replaced portraits notices them (default: ${DEFAULT-VALUE}).")
    private int portraits;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to write; made when missing.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        Libraries.beQuiet();
        if (count < 0 || copies < 0 || portraits < 0 || count + copies + portraits < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--count, --copies and --portraits must not be below 0, nor all of them 0");
        }
        List<PrintSeries> all = series();
        OutputFolder folder = OutputFolder.tried(spec, "--out", out, "report.json");
        Clock clock = Clock.systemDefaultZone();
        List<PrintTrial> trials = new ArrayList<>();
        List<SignTrial> signs = new ArrayList<>();
        try (CardFaces faces = new CardFaces();
                PrintedDocumentReader reader = PrintedDocumentReader.open(1, clock, faces);
                EvaluationProgress progress =
                        EvaluationProgress.on(spec.commandLine().getErr())) {
            PrintEvaluation evaluation = new PrintEvaluation(reader, LocalDate.now(clock));
            SignEvaluation signEvaluation = new SignEvaluation(reader, LocalDate.now(clock));
            int total =
                    count * all.size() + copies * Recapture.values().length + portraits * PortraitSwap.values().length;
            for (PrintSeries series : all) {
                evaluation.run(series, count, seed, trial -> {
                    trials.add(trial);
                    progress.advanced(Progress.Phase.IMAGES, trials.size(), total);
                });
            }
            Consumer<SignTrial> noted = trial -> {
                signs.add(trial);
                progress.advanced(Progress.Phase.IMAGES, trials.size() + signs.size(), total);
            };
            for (Recapture shown : Recapture.values()) {
                signEvaluation.copies(shown, copies, seed, noted);
            }
            for (PortraitSwap done : PortraitSwap.values()) {
                signEvaluation.portraits(done, portraits, seed, noted);
            }
        }
        PrintedDocumentsReport report = new PrintedDocumentsReport(trials, signs);
        spec.commandLine().getOut().print(report.text());
        folder.write(part -> report.write(part.resolve("report.json"), Version.current(), seed));
        spec.commandLine().getOut().println("Written: " + out.resolve("report.json"));
        return Exit.OK.code();
    }

    private List<PrintSeries> series() {
        List<PrintSeries> all = new ArrayList<>();
        Arrays.stream(SpecimenKind.values()).map(PrintSeries::of).forEach(all::add);
        ChineseFont.family()
                .ifPresentOrElse(
                        family -> all.add(PrintSeries.residents(family)),
                        () -> spec.commandLine().getErr().println(ChineseFont.advice()));
        List<PrintSeries> chosen = all.stream()
                .filter(series -> kinds.isEmpty()
                        || kinds.stream().anyMatch(kind -> series.name().equalsIgnoreCase(kind)))
                .toList();
        if (chosen.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--kind: one of " + all.stream().map(PrintSeries::name).toList());
        }
        return chosen;
    }
}
