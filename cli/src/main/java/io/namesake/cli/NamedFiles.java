package io.namesake.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** What a call names beside what it writes: pictures, lists and keys that must still be there afterwards. */
final class NamedFiles {

    private NamedFiles() {}

    /**
     * Ends the command where a file that it would write is one that another part of the same call names, be it by another name (links).
     *
     * @param option which asked for the file
     */
    static void spare(CommandSpec spec, String option, Path written) {
        for (ArgSpec argument : spec.commandLine().getParseResult().matchedArgs()) {
            boolean itself =
                    argument instanceof OptionSpec named && named.longestName().equals(option);
            if (!itself && paths(argument.getValue()).anyMatch(path -> same(path, written))) {
                String by = argument instanceof OptionSpec named ? named.longestName() : argument.paramLabel();
                throw new ParameterException(
                        spec.commandLine(),
                        option + ": " + written + " is what " + by + " names, and would be lost; choose another name");
            }
        }
    }

    private static Stream<Path> paths(Object value) {
        return switch (value) {
            case null -> Stream.empty();
            case Path path -> Stream.of(path);
            case Optional<?> some -> some.stream().flatMap(NamedFiles::paths);
            case Map<?, ?> many -> many.values().stream().flatMap(NamedFiles::paths);
            case Collection<?> many -> many.stream().flatMap(NamedFiles::paths);
            default -> Stream.empty();
        };
    }

    private static boolean same(Path one, Path other) {
        try {
            return one.toAbsolutePath()
                            .normalize()
                            .equals(other.toAbsolutePath().normalize())
                    || Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
        } catch (IOException e) {
            return false;
        }
    }
}
