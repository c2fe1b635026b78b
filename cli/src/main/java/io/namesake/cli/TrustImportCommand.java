package io.namesake.cli;

import io.namesake.document.DocumentUnreadable;
import io.namesake.document.trust.Certificates;
import io.namesake.document.trust.MasterList;
import io.namesake.document.trust.TrustImport;
import io.namesake.document.trust.TrustedAuthority;
import io.namesake.document.trust.UntrustedSigner;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        description = {
            "Takes up a master list: the country authorities that one country has signed.",
            "",
            "A list is taken up only when an authority that is trusted already, or one that you name with --signer, has issued its"
                    + " signer's certificate. Get that one from the country itself and compare its fingerprint. Exit code 1: nobody"
                    + " vouches for the signer, 65: this is no master list."
        })
final class TrustImportCommand implements Callable<Integer> {
    private static final int LARGEST = 16 * 1024 * 1024;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "LIST", description = "A master list as its country publishes it (.ml, CMS).")
    private Path list;

    @Option(
            names = "--signer",
            paramLabel = "CERT",
            description = "The certificate of the authority that vouches for the list's signer (.cer).")
    private List<Path> signers = List.of();

    @Mixin
    private TrustChoice trust;

    @Override
    public Integer call() throws IOException {
        Libraries.beQuiet();
        try {
            List<X509Certificate> anchors = new ArrayList<>();
            for (Path signer : signers) {
                anchors.add(Certificates.certificate(InputFile.read(spec, "--signer", signer, LARGEST)));
            }
            MasterList read = MasterList.read(InputFile.read(spec, "LIST", list, LARGEST));
            String source = list.getFileName() + ", signed by "
                    + read.signer().getSubjectX500Principal().getName();
            TrustImport taken = TrustImport.of(trust.read(), read, anchors, source, Clock.systemUTC());
            trust.file().write(taken.store());
            report(taken, read.certificates().size() + read.unreadable());
            return Exit.OK.code();
        } catch (UntrustedSigner untrusted) {
            throw new CommandFailure(
                    Exit.REFUSED,
                    "Nothing was taken up: " + untrusted.getMessage() + ". Name its authority with --signer.");
        } catch (DocumentUnreadable unreadable) {
            throw new CommandFailure(Exit.UNUSABLE_INPUT, list + " can't be used: " + unreadable.getMessage() + ".");
        }
    }

    private void report(TrustImport taken, int entries) {
        PrintWriter out = spec.commandLine().getOut();
        Map<String, Long> countries = taken.added().stream()
                .collect(Collectors.groupingBy(TrustedAuthority::country, TreeMap::new, Collectors.counting()));
        out.printf("Entries      %,d%n", entries);
        out.printf(
                "Added        %,d of %,d countries, of which %,d are past their last day (they still vouch for what was signed before)%n",
                taken.added().size(), countries.size(), taken.expired());
        out.printf("Known        %,d were trusted before%n", taken.known());
        if (taken.repeated() > 0) {
            out.printf("Repeated     %,d%n", taken.repeated());
        }
        if (taken.unreadable() > 0) {
            out.printf("Unreadable   %,d%n", taken.unreadable());
        }
        for (String name : taken.refused()) {
            out.printf("Refused      %s: does not say that it may issue certificates%n", name);
        }
        out.printf("Trusted now  %,d in %s%n", taken.store().authorities().size(), trust.path());
        out.flush();
    }
}
