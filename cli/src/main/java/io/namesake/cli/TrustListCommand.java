package io.namesake.cli;

import io.namesake.document.trust.TrustedAuthority;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "list", description = "Shows which country authorities are trusted, since when and why.")
final class TrustListCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--country", paramLabel = "CC", description = "Only this one, by its two letters.")
    private String country;

    @Mixin
    private TrustChoice trust;

    @Override
    public Integer call() throws IOException {
        Libraries.beQuiet();
        List<TrustedAuthority> shown = trust.read().authorities().stream()
                .filter(authority -> country == null || authority.country().equalsIgnoreCase(country))
                .sorted(Comparator.comparing(TrustedAuthority::country)
                        .thenComparing(authority -> authority.certificate().getNotBefore()))
                .toList();
        PrintWriter out = spec.commandLine().getOut();
        if (shown.isEmpty()) {
            out.println("Nobody is trusted" + (country == null ? "" : " of " + country.toUpperCase(Locale.ROOT))
                    + " in " + trust.path() + ". Take up a master list with: namesake trust import LIST --signer CERT");
        } else {
            out.printf("%-4s%-12s%-12s%-18s%s%n", "", "from", "until", "SHA-256", "source");
            for (TrustedAuthority authority : shown) {
                out.printf(
                        "%-4s%-12s%-12s%-18s%s%n",
                        authority.country(),
                        day(authority.certificate().getNotBefore()),
                        day(authority.certificate().getNotAfter()),
                        authority.sha256().substring(0, 16),
                        authority.source());
            }
            out.printf("%,d authorities%n", shown.size());
        }
        out.flush();
        return Exit.OK.code();
    }

    private static LocalDate day(Date date) {
        return LocalDate.ofInstant(date.toInstant(), ZoneOffset.UTC);
    }
}
