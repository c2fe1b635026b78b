package io.namesake.cli;

import io.namesake.document.DocumentUnreadable;
import io.namesake.document.IdentityEvidence;
import io.namesake.document.chip.ChipInput;
import io.namesake.document.chip.ChipReader;
import io.namesake.document.chip.Profile;
import io.namesake.document.trust.Certificates;
import io.namesake.document.trust.TrustStore;
import io.namesake.document.trust.TrustedAuthority;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The files of a chip, and whom to trust about them. */
final class ChipOptions {
    private static final int LARGEST_LIST = 16 * 1024 * 1024;

    @Option(names = "--sod", paramLabel = "FILE", description = "EF.SOD, the issuer's signature.")
    private Path securityObject;

    private final Map<Integer, Path> groups = new TreeMap<>();

    @Option(names = "--dg1", paramLabel = "FILE", description = "EF.DG1, who the document is about.")
    private void dataGroup1(Path file) {
        groups.put(1, file);
    }

    @Option(names = "--dg2", paramLabel = "FILE", description = "EF.DG2, the portrait.")
    private void dataGroup2(Path file) {
        groups.put(2, file);
    }

    @Option(names = "--dg11", paramLabel = "FILE", description = "EF.DG11, the name in another script, the address.")
    private void dataGroup11(Path file) {
        groups.put(11, file);
    }

    @Option(names = "--dg12", paramLabel = "FILE", description = "EF.DG12, the document's issue.")
    private void dataGroup12(Path file) {
        groups.put(12, file);
    }

    @Option(names = "--dg14", paramLabel = "FILE", description = "EF.DG14, what the chip can do to secure itself.")
    private void dataGroup14(Path file) {
        groups.put(14, file);
    }

    @Option(names = "--dg15", paramLabel = "FILE", description = "EF.DG15, the chip's key for challenges.")
    private void dataGroup15(Path file) {
        groups.put(15, file);
    }

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

    /** Whether a file of a chip was named by its kind. */
    boolean names() {
        return securityObject != null || !groups.isEmpty();
    }

    /** @param input what was given without a kind */
    IdentityEvidence evidence(CommandSpec spec, ChipInput input) throws IOException, DocumentUnreadable {
        if (securityObject != null) {
            input.addSecurityObject(read(spec, "--sod", securityObject));
        }
        for (Map.Entry<Integer, Path> group : groups.entrySet()) {
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
        Profile profile = relaxed ? Profile.RELAXED : Profile.STRICT;
        return new ChipReader(trusted(spec), revoked(spec), profile, Clock.systemUTC());
    }

    private TrustStore trusted(CommandSpec spec) throws IOException, DocumentUnreadable {
        List<TrustedAuthority> all = new ArrayList<>();
        for (Path file : authorities) {
            all.add(new TrustedAuthority(
                    Certificates.certificate(read(spec, "--csca", file)),
                    "named by --csca",
                    LocalDate.now(Clock.systemUTC())));
        }
        all.addAll(trust.read().authorities());
        return TrustStore.of(all);
    }

    private List<X509CRL> revoked(CommandSpec spec) throws DocumentUnreadable {
        List<X509CRL> lists = new ArrayList<>();
        for (Path file : revocations) {
            lists.add(Certificates.revocations(InputFile.read(spec, "--crl", file, LARGEST_LIST)));
        }
        return lists;
    }

    private static byte[] read(CommandSpec spec, String option, Path file) {
        return InputFile.read(spec, option, file, ChipInput.LARGEST_INPUT);
    }
}
