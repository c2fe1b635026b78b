package io.namesake.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * A folder that a command was asked to write into. It is tried before the work, so that no run of hours ends with nothing to show for it; and the files take
 * their places at the end, so that half of one never lies where a whole one is looked for.
 */
final class OutputFolder {
    private static final String PART = ".part-";

    /** Writes files into a folder that it is given. */
    @FunctionalInterface
    interface Writing {
        void into(Path folder) throws IOException;
    }

    private final CommandSpec spec;
    private final String option;
    private final Path folder;

    private OutputFolder(CommandSpec spec, String option, Path folder) {
        this.spec = spec;
        this.option = option;
        this.folder = folder;
    }

    /**
     * Makes the folder where it is missing, and writes into it to see that it can; ends the command with what is wrong.
     *
     * @param option which named the folder
     * @param files the names of those that will be written, as far as they are known: none may be one that the call names elsewhere
     */
    static OutputFolder tried(CommandSpec spec, String option, Path folder, String... files) {
        OutputFolder output = new OutputFolder(spec, option, folder);
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw output.usage(folder + " is a file; name a folder");
        }
        for (String file : files) {
            output.requireFree(folder.resolve(file));
        }
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempDirectory(folder, PART));
        } catch (IOException e) {
            throw output.usage("nothing can be written in " + folder + "; name another folder");
        }
        return output;
    }

    /** Lets files be written beside those that are there, and then moves them to where they belong, in place of those of an earlier run. */
    void write(Writing files) {
        try {
            Path part = Files.createTempDirectory(folder, PART);
            try {
                files.into(part);
                move(part);
            } finally {
                delete(part);
            }
        } catch (IOException e) {
            throw new CommandFailure(
                    Exit.UNAVAILABLE, option + ": nothing could be written in " + folder + ": " + e.getMessage());
        }
    }

    private void move(Path part) throws IOException {
        List<Path> written = list(part);
        written.forEach(file -> requireFree(folder.resolve(file.getFileName())));
        for (Path file : written) {
            Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void requireFree(Path file) {
        if (Files.isDirectory(file)) {
            throw usage(file + " is a folder, where a file is to be written");
        }
        NamedFiles.spare(spec, option, file);
    }

    private static void delete(Path part) throws IOException {
        for (Path left : list(part)) {
            Files.delete(left);
        }
        Files.delete(part);
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), option + ": " + message);
    }
}
