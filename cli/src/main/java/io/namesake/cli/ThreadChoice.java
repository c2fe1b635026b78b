package io.namesake.cli;

import java.util.OptionalInt;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How many pictures are worked on at the same time; shared by the commands that evaluate. */
final class ThreadChoice {

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Pictures worked on at the same time (default: all cores).")
    private Integer threads;

    /** What was asked for, if anything. */
    OptionalInt threads(CommandSpec spec) {
        if (threads == null) {
            return OptionalInt.empty();
        }
        if (threads < 1 || threads > 256) {
            throw new ParameterException(spec.commandLine(), "--threads must lie in 1..256, not " + threads);
        }
        return OptionalInt.of(threads);
    }
}
