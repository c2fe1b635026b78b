package io.namesake.cli;

import io.namesake.document.DocumentUnreadable;
import io.namesake.document.IdentityEvidence;
import io.namesake.document.chip.ChipInput;
import io.namesake.document.chip.ChipReader;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/**
 * The files of a chip, and whom to trust about them. Options are fields: the order of methods, and so that of the help, changes from one run to the next.
 */
final class ChipOptions {
    @Option(names = "--sod", paramLabel = "FILE", description = "EF.SOD, the issuer's signature.")
    private Path securityObject;

    @Option(names = "--dg1", paramLabel = "FILE", description = "EF.DG1, who the document is about.")
    private Path dataGroup1;

    @Option(names = "--dg2", paramLabel = "FILE", description = "EF.DG2, the portrait.")
    private Path dataGroup2;

    @Option(names = "--dg11", paramLabel = "FILE", description = "EF.DG11, the name in another script, the address.")
    private Path dataGroup11;

    @Option(names = "--dg12", paramLabel = "FILE", description = "EF.DG12, the document's issue.")
    private Path dataGroup12;

    @Option(names = "--dg14", paramLabel = "FILE", description = "EF.DG14, what the chip can do to secure itself.")
    private Path dataGroup14;

    @Option(names = "--dg15", paramLabel = "FILE", description = "EF.DG15, the chip's key for challenges.")
    private Path dataGroup15;

    @Option(
            names = "--aa-challenge",
            paramLabel = "FILE",
            description =
                    "The challenge (8 bytes) that you chose and gave the chip: only its answer to yours shows that it is no"
                            + " copy.")
    private Path challenge;

    @Option(
            names = "--aa-response",
            paramLabel = "FILE",
            description = "What the chip answered, unless that is in the zip or JSON.")
    private Path response;

    @Mixin
    private AuthorityOptions authorities;

    /** Whether a file of a chip was named by its kind. */
    boolean names() {
        return securityObject != null || !groups().isEmpty();
    }

    /** The files that were named, by the number of their data group. */
    private Map<Integer, Path> groups() {
        Map<Integer, Path> groups = new TreeMap<>();
        groups.put(1, dataGroup1);
        groups.put(2, dataGroup2);
        groups.put(11, dataGroup11);
        groups.put(12, dataGroup12);
        groups.put(14, dataGroup14);
        groups.put(15, dataGroup15);
        groups.values().removeIf(Objects::isNull);
        return groups;
    }

    /** @param input what was given without a kind */
    IdentityEvidence evidence(CommandSpec spec, ChipInput input) throws IOException, DocumentUnreadable {
        if (securityObject != null) {
            input.addSecurityObject(read(spec, "--sod", securityObject));
        }
        for (Map.Entry<Integer, Path> group : groups().entrySet()) {
            input.addDataGroup(group.getKey(), read(spec, "--dg" + group.getKey(), group.getValue()));
        }
        Optional<byte[]> issued =
                challenge == null ? Optional.empty() : Optional.of(read(spec, "--aa-challenge", challenge));
        if (response != null) {
            input.addResponse(read(spec, "--aa-response", response));
            if (issued.isPresent()) {
                input.addChallenge(issued.get());
            }
        }
        return reader(spec).read(input.files(), issued);
    }

    /** One that trusts whom the options name. */
    ChipReader reader(CommandSpec spec) throws IOException, DocumentUnreadable {
        return authorities.reader(spec);
    }

    /** What the options name as revoked. */
    List<X509CRL> revoked(CommandSpec spec) throws DocumentUnreadable {
        return authorities.revoked(spec);
    }

    private static byte[] read(CommandSpec spec, String option, Path file) {
        return InputFile.read(spec, option, file, ChipInput.LARGEST_INPUT);
    }
}
