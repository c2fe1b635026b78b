package io.namesake.cli;

import io.namesake.cli.document.EvidenceJson;
import io.namesake.cli.document.EvidenceText;
import io.namesake.document.DocumentUnreadable;
import io.namesake.document.IdentityEvidence;
import io.namesake.document.Portrait;
import io.namesake.document.chip.ChipInput;
import io.namesake.document.chip.ChipReader;
import io.namesake.document.chip.Profile;
import io.namesake.document.trust.Certificates;
import io.namesake.document.trust.TrustStore;
import io.namesake.document.trust.TrustedAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
            "Reads the chip of an identity document and says how far it can be believed.",
            "",
            "Exit code 0: authenticated, 1: refused, 2: read but not authenticated, 64: the call makes no sense, 65: unreadable."
        })
final class DocumentCommand implements Callable<Integer> {
    private static final int LARGEST_LIST = 16 * 1024 * 1024;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "A chip as zip or as JSON of base64, or files of a chip, known by their tags.")
    private List<Path> files = List.of();

    @Option(names = "--sod", paramLabel = "FILE", description = "EF.SOD, the issuer's signature.")
    private Path securityObject;

    @Option(names = "--dg1", paramLabel = "FILE", description = "EF.DG1, who the document is about.")
    private Path dataGroup1;

    @Option(names = "--dg2", paramLabel = "FILE", description = "EF.DG2, the portrait.")
    private Path dataGroup2;

    @Option(
            names = "--csca",
            paramLabel = "FILE",
            description = "A country authority's certificate to trust for this once.")
    private List<Path> authorities = List.of();

    @Option(names = "--crl", paramLabel = "FILE", description = "A country authority's list of revoked certificates.")
    private List<Path> revocations = List.of();

    @Mixin
    private TrustChoice trust;

    @Option(
            names = "--relaxed",
            description = "Let pass what is known of passports that were really issued; the evidence names it.")
    private boolean relaxed;

    @Option(names = "--portrait", paramLabel = "FILE", description = "Write the portrait to this file.")
    private Path portrait;

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Libraries.beQuiet();
        IdentityEvidence evidence = evidence();
        if (portrait != null) {
            write(evidence);
        }
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
        ChipInput input = new ChipInput();
        try {
            for (Path file : files) {
                input.add(read("FILE", file));
            }
            if (securityObject != null) {
                input.addSecurityObject(read("--sod", securityObject));
            }
            for (Map.Entry<Integer, Path> group : namedGroups().entrySet()) {
                input.addDataGroup(group.getKey(), read("--dg" + group.getKey(), group.getValue()));
            }
            if (files.isEmpty() && securityObject == null && namedGroups().isEmpty()) {
                throw new ParameterException(spec.commandLine(), "Which files? Name a zip, or --sod, --dg1 and --dg2");
            }
            Profile profile = relaxed ? Profile.RELAXED : Profile.STRICT;
            return new ChipReader(trusted(), revoked(), profile, Clock.systemUTC()).read(input.files());
        } catch (DocumentUnreadable unreadable) {
            throw new CommandFailure(Exit.UNUSABLE_INPUT, "This can't be read: " + unreadable.getMessage() + ".");
        }
    }

    private Map<Integer, Path> namedGroups() {
        Map<Integer, Path> groups = new LinkedHashMap<>();
        if (dataGroup1 != null) {
            groups.put(1, dataGroup1);
        }
        if (dataGroup2 != null) {
            groups.put(2, dataGroup2);
        }
        return groups;
    }

    private TrustStore trusted() throws IOException, DocumentUnreadable {
        List<TrustedAuthority> all = new ArrayList<>();
        for (Path file : authorities) {
            all.add(new TrustedAuthority(
                    Certificates.certificate(read("--csca", file)),
                    "named by --csca",
                    LocalDate.now(Clock.systemUTC())));
        }
        all.addAll(trust.read().authorities());
        return TrustStore.of(all);
    }

    private List<X509CRL> revoked() throws DocumentUnreadable {
        List<X509CRL> lists = new ArrayList<>();
        for (Path file : revocations) {
            lists.add(Certificates.revocations(InputFile.read(spec, "--crl", file, LARGEST_LIST)));
        }
        return lists;
    }

    private byte[] read(String option, Path file) {
        return InputFile.read(spec, option, file, ChipInput.LARGEST_INPUT);
    }

    private void write(IdentityEvidence evidence) {
        byte[] picture = evidence.portrait()
                .map(Portrait::bytes)
                .orElseThrow(() -> new CommandFailure(Exit.UNUSABLE_INPUT, "There is no portrait to write."));
        try {
            Files.write(portrait, picture);
        } catch (IOException e) {
            throw new ParameterException(spec.commandLine(), "--portrait: " + portrait + " can't be written");
        }
    }
}
