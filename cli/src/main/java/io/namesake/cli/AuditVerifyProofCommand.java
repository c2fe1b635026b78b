package io.namesake.cli;

import io.namesake.audit.ProofVerification;
import io.namesake.audit.ProofVerifier;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "verify-proof",
        description = {
            "Checks a proof from 'namesake audit prove' or from the API, offline and without the log.",
            "",
            "Exit code 0 when it proves what it says, 1 when it does not, 65 when the file is no proof."
        })
final class AuditVerifyProofCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PROOF", description = "The file with the proof.")
    private Path file;

    @Mixin
    private AuditTrust trust;

    @Override
    public Integer call() {
        var keys = trust.keys(spec);
        if (keys.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "A proof proves something only by a key that you trust: give it with --key");
        }
        byte[] proof = InputFile.read(spec, "PROOF", file, ProofVerifier.LARGEST);
        PrintWriter out = spec.commandLine().getOut();
        return switch (new ProofVerifier(keys, trust.since(spec)).verify(proof)) {
            case ProofVerification.Proven proven -> {
                out.println(proven.statement());
                yield Exit.OK.code();
            }
            case ProofVerification.NotProven not -> {
                out.println("Nothing is proved.");
                out.println(not.explanation());
                yield Exit.REFUSED.code();
            }
            case ProofVerification.Unreadable unreadable -> {
                spec.commandLine().getErr().println(unreadable.explanation());
                yield Exit.UNUSABLE_INPUT.code();
            }
        };
    }
}
