package io.namesake.cli;

import io.namesake.cli.explain.ExplanationPage;
import io.namesake.cli.verdict.Verdict;
import io.namesake.face.Explanation;
import io.namesake.face.FaceOptions;
import io.namesake.face.FaceVerifier;
import io.namesake.face.ModelException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "explain",
        description = {
            "Shows on one page how a verdict on two pictures comes about.",
            "",
            "It compares them as verify does and writes an HTML page with both pictures, what was found where, every measure with its"
                    + " threshold, the similarity among those of many pairs, and the way to the verdict. The page contains both faces and"
                    + " loads nothing from anywhere. Exit codes as verify's."
        })
final class ExplainCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private TwoPictures pictures;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The page to write; replaced as a whole.")
    private Path out;

    @Mixin
    private ModelChoice models;

    @Override
    public Integer call() {
        Libraries.beQuiet();
        FaceOptions options = models.faceOptions();
        byte[] document = pictures.document(spec, options);
        byte[] selfie = pictures.selfie(spec, options);
        OutputFile file = OutputFile.tried(spec, "--out", out);

        Verdict verdict;
        String page;
        try (FaceVerifier verifier = FaceVerifier.open(options)) {
            Explanation explanation = verifier.explain(document, selfie);
            verdict = Verdict.of(pictures.files(), verifier.modelName(), explanation.verification());
            page = new ExplanationPage(
                            pictures.files(),
                            verdict,
                            explanation,
                            verifier.modelName(),
                            verifier.calibration(),
                            Clock.systemUTC().instant())
                    .html();
        } catch (ModelException e) {
            throw new CommandFailure(Exit.UNAVAILABLE, "The models can't be used: " + e.getMessage());
        }
        file.write(page);
        boolean colours = Terminal.current(System.getenv()).interactive();
        spec.commandLine().getOut().println(verdict.text(colours).stripTrailing());
        spec.commandLine()
                .getOut()
                .println("Written: " + out + ". It contains both faces: delete it when you have looked.");
        return Exit.of(verdict).code();
    }
}
