package io.namesake.cli;

import io.namesake.cli.verdict.Verdict;
import io.namesake.face.FaceOptions;
import io.namesake.face.FaceVerifier;
import io.namesake.face.ModelException;
import io.namesake.face.Role;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "verify",
        description = {
            "Says whether a selfie shows the person of a document's portrait.",
            "",
            "It compares these two pictures and keeps nothing of them. Exit code 0: verified, 1: refused, 2: a human should"
                    + " look, 64: the call makes no sense, 65: a picture can't be used."
        })
final class VerifyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--document",
            required = true,
            paramLabel = "FILE",
            description = "A picture of the document or of its portrait (JPEG, PNG or WebP).")
    private Path document;

    @Option(names = "--selfie", required = true, paramLabel = "FILE", description = "A picture of the person.")
    private Path selfie;

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    @Mixin
    private ModelChoice models;

    @Override
    public Integer call() throws IOException {
        Libraries.beQuiet();
        FaceOptions options = models.faceOptions();
        int mostBytes = options.imageLimits().maxBytes();
        byte[] documentBytes = read("--document", document, mostBytes);
        byte[] selfieBytes = read("--selfie", selfie, mostBytes);

        Verdict verdict;
        try (FaceVerifier verifier = FaceVerifier.open(options)) {
            verdict = Verdict.of(
                    Map.of(Role.DOCUMENT, document.toString(), Role.SELFIE, selfie.toString()),
                    verifier.modelName(),
                    verifier.verify(documentBytes, selfieBytes));
        } catch (ModelException e) {
            throw new CommandFailure(Exit.UNAVAILABLE, "The models can't be used: " + e.getMessage());
        }
        boolean colours = Terminal.current(System.getenv()).interactive();
        spec.commandLine()
                .getOut()
                .println(json ? verdict.json() : verdict.text(colours).stripTrailing());
        return exit(verdict).code();
    }

    /** One byte more than is allowed is enough for the verifier to say that there are too many. */
    private byte[] read(String option, Path file, int mostBytes) {
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(spec.commandLine(), option + ": there is no file " + file);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(mostBytes + 1);
        } catch (IOException e) {
            throw new ParameterException(spec.commandLine(), option + ": " + file + " can't be read");
        }
    }

    private static Exit exit(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Unusable _ -> Exit.UNUSABLE_INPUT;
            case Verdict.Judged judged ->
                switch (judged.decision().outcome()) {
                    case VERIFIED -> Exit.OK;
                    case REFUSED -> Exit.REFUSED;
                    case REVIEW -> Exit.REVIEW;
                };
        };
    }
}
