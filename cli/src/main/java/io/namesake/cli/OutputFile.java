package io.namesake.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** A file that a command was asked to write: tried before the work, and in its place as a whole or not at all, see {@link OutputFolder}. */
final class OutputFile {

    /** Writes one file. */
    @FunctionalInterface
    interface Writing {
        void to(Path file) throws IOException;
    }

    private final String option;
    private final Path file;
    /** Empty for a pipe or a device, which is written to as it is: there is no half of it to hide. */
    private final Optional<OutputFolder> folder;

    private OutputFile(String option, Path file, Optional<OutputFolder> folder) {
        this.option = option;
        this.file = file;
        this.folder = folder;
    }

    /**
     * Makes the file's folder where it is missing, and sees that the file can be written there; ends the command with what is wrong.
     *
     * @param option which named the file; no other part of the call may name the same
     */
    static OutputFile tried(CommandSpec spec, String option, Path file) {
        if (Files.isDirectory(file)) {
            throw new ParameterException(spec.commandLine(), option + ": " + file + " is a folder; name a file in it");
        }
        NamedFiles.spare(spec, option, file);
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            return new OutputFile(option, file, Optional.empty());
        }
        Path whole = real(file);
        OutputFolder folder = OutputFolder.tried(spec, option, whole.getParent());
        return new OutputFile(option, whole, Optional.of(folder));
    }

    /** Where a link leads, so that what it leads to is replaced and not the link. */
    private static Path real(Path file) {
        try {
            return Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        } catch (IOException e) {
            return file.toAbsolutePath();
        }
    }

    void write(Writing content) {
        if (folder.isPresent()) {
            folder.get().write(part -> content.to(part.resolve(file.getFileName())));
            return;
        }
        try {
            content.to(file);
        } catch (IOException e) {
            throw new CommandFailure(Exit.UNAVAILABLE, option + ": " + file + " can't be written: " + e.getMessage());
        }
    }

    void write(String content) {
        write(to -> Files.writeString(to, content));
    }

    void write(byte[] content) {
        write(to -> Files.write(to, content));
    }
}
