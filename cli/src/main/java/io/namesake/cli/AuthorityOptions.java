package io.namesake.cli;

import io.namesake.document.DocumentUnreadable;
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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Whom to trust about a chip; shared by the commands that take one. */
final class AuthorityOptions {
    private static final int LARGEST_LIST = 16 * 1024 * 1024;

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

    /** What they have revoked. */
    List<X509CRL> revoked(CommandSpec spec) throws DocumentUnreadable {
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
