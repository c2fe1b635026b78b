package io.namesake.cli;

import io.namesake.cli.verdict.Verdict;
import io.namesake.face.FaceOptions;
import io.namesake.face.FaceVerifier;
import io.namesake.face.ModelException;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "verify",
        description = {
            "Says whether a selfie shows the person of a document's portrait.",
            "",
            "The document is a picture, or a chip as zip or JSON, whose portrait is taken and whose signature counts in the verdict.",
            "It compares these two pictures and keeps nothing of them. Exit code 0: verified, 1: refused, 2: a human should"
                    + " look, 64: the call makes no sense, 65: a picture can't be used, 69: the models or a library can't be loaded,"
                    + " 70: a defect of Namesake, or too little memory."
        })
final class VerifyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private TwoPictures pictures;

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    @Mixin
    private AuthorityOptions authorities;

    @Mixin
    private ModelChoice models;

    @Override
    public Integer call() throws IOException {
        Libraries.beQuiet();
        FaceOptions options = models.faceOptions();
        DocumentPicture document = DocumentPicture.of(spec, pictures.document(spec, options), authorities);
        byte[] selfie = pictures.selfie(spec, options);

        Verdict verdict;
        try (FaceVerifier verifier = FaceVerifier.open(options)) {
            verdict = Verdict.of(
                    pictures.files(),
                    verifier.modelName(),
                    verifier.verify(document.picture(), selfie),
                    document.evidence());
        } catch (ModelException e) {
            throw new CommandFailure(Exit.UNAVAILABLE, "The models can't be used: " + e.getMessage());
        }
        boolean colours = Terminal.current(System.getenv()).interactive();
        spec.commandLine()
                .getOut()
                .println(json ? verdict.json() : verdict.text(colours).stripTrailing());
        return Exit.of(verdict).code();
    }
}
