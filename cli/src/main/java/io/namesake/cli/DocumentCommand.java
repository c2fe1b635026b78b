package io.namesake.cli;

import io.namesake.cli.document.EvidenceJson;
import io.namesake.cli.document.EvidenceText;
import io.namesake.document.DocumentUnreadable;
import io.namesake.document.IdentityEvidence;
import io.namesake.document.Portrait;
import io.namesake.document.chip.ChipInput;
import io.namesake.document.print.page.PageDecoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "document",
        description = {
            "Reads the chip of an identity document, photos of it, or what a wallet shows, and says how far it can be believed.",
            "",
            "A printed page is never authenticated: a camera can't see who made it.",
            "Exit code 0: authenticated, 1: refused, 2: read but not authenticated, 64: the call makes no sense, 65: unreadable."
        })
final class DocumentCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description =
                    "A chip as zip or as JSON of base64, files of a chip, known by their tags; photos of the document's sides, in any order; or a"
                            + " wallet's mdoc response or SD-JWT.")
    private List<Path> files = List.of();

    @Mixin
    private ChipOptions chip;

    @Mixin
    private ReaderOptions reader;

    @Mixin
    private WalletOptions wallet;

    @Option(
            names = "--portrait",
            paramLabel = "FILE",
            description = "Write the portrait to this file; replaced as a whole.")
    private Path portrait;

    @Option(
            names = "--specimens",
            description = "Specimens of no country count as if they were documents; for trying only.")
    private boolean specimens;

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Libraries.beQuiet();
        Optional<OutputFile> picture =
                Optional.ofNullable(portrait).map(file -> OutputFile.tried(spec, "--portrait", file));
        IdentityEvidence evidence = specimens ? evidence().acceptingSpecimens() : evidence();
        picture.ifPresent(file -> file.write(portrait(evidence)));
        boolean colours = Terminal.current(System.getenv()).interactive();
        spec.commandLine()
                .getOut()
                .println(
                        json
                                ? EvidenceJson.of(evidence)
                                : new EvidenceText(colours).of(evidence).stripTrailing());
        return switch (evidence.standing()) {
            case AUTHENTICATED -> Exit.OK.code();
            case REFUSED -> Exit.REFUSED.code();
            case READ -> Exit.REVIEW.code();
        };
    }

    private IdentityEvidence evidence() throws IOException {
        try {
            if (reader.wanted()) {
                return reader.evidence(spec, chip.reader(spec));
            }
            List<byte[]> contents = files.stream()
                    .map(file -> InputFile.read(spec, "FILE", file, ChipInput.LARGEST_INPUT))
                    .toList();
            if (contents.stream().anyMatch(PageDecoder::isPicture)) {
                return DocumentPhotos.evidence(contents);
            }
            if (contents.size() == 1 && WalletOptions.isCredential(contents.getFirst())) {
                return wallet.evidence(spec, contents.getFirst(), chip.revoked(spec));
            }
            ChipInput input = new ChipInput();
            for (byte[] content : contents) {
                input.add(content);
            }
            if (files.isEmpty() && !chip.names()) {
                throw new ParameterException(
                        spec.commandLine(),
                        "Which files? Name a zip, or --sod, --dg1 and --dg2; or --reader for a chip on the desk");
            }
            return chip.evidence(spec, input);
        } catch (DocumentUnreadable unreadable) {
            throw new CommandFailure(Exit.UNUSABLE_INPUT, "This can't be read: " + unreadable.getMessage() + ".");
        }
    }

    private static byte[] portrait(IdentityEvidence evidence) {
        return evidence.portrait()
                .map(Portrait::bytes)
                .orElseThrow(() -> new CommandFailure(Exit.UNUSABLE_INPUT, "There is no portrait to write."));
    }
}
