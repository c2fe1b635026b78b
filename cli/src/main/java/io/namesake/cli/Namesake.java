package io.namesake.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command itself; its subcommands do the work. */
@Command(
        name = "namesake",
        description = "Lines that stand in the name of the person who really holds them.",
        subcommands = {
            DemoCommand.class,
            TourCommand.class,
            ServeCommand.class,
            VerifyCommand.class,
            ExplainCommand.class,
            EvaluateCommand.class,
            CalibrateCommand.class,
            EvaluateAttacksCommand.class,
            EvaluateDocumentsCommand.class,
            DocumentCommand.class,
            TrustCommand.class,
            SpecimenCommand.class,
            AuditCommand.class,
            KeysCommand.class,
            ImportCommand.class,
            AuthoritySandboxCommand.class,
            ActivationSandboxCommand.class,
            RehearseCommand.class,
            HelpCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        sortOptions = false,
        exitCodeOnInvalidInput = 64,
        exitCodeOnExecutionException = 70)
public final class Namesake implements Runnable {

    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(run(commandLine(), arguments));
    }

    /** Runs a command to its exit code, also where Java gives up: Java's own code would be 1, which verify says of a refused person. */
    static int run(CommandLine command, String... arguments) {
        PrintWriter err = command.getErr();
        try {
            return command.execute(arguments);
        } catch (LinkageError e) {
            err.println("A library that Namesake needs can't be loaded: " + e);
            err.println(
                    "Its networks run on Linux with glibc, macOS and Windows. Where files are missing, build again with NAMESAKE_BUILD=always;"
                            + " where the temporary folder lets nothing run, name another with NAMESAKE_JAVA_OPTS=-Djava.io.tmpdir=DIR.");
            return Exit.UNAVAILABLE.code();
        } catch (OutOfMemoryError e) {
            err.println("Java had too little memory: " + e.getMessage());
            err.println("Give it more, such as NAMESAKE_JAVA_OPTS=-Xmx4g, or fewer --threads.");
            return Exit.DEFECT.code();
        } catch (Throwable e) {
            return defect(e, err);
        }
    }

    private static int defect(Throwable failure, PrintWriter err) {
        err.println("This is a defect of Namesake; please report it with the lines below.");
        failure.printStackTrace(err);
        return Exit.DEFECT.code();
    }

    /** The command with its error handling, ready to execute. */
    static CommandLine commandLine() {
        return new CommandLine(new Namesake())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    PrintWriter err = command.getErr();
                    if (failure instanceof CommandFailure expected) {
                        err.println(expected.getMessage());
                        return expected.exit().code();
                    }
                    return defect(failure, err);
                });
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }
}
