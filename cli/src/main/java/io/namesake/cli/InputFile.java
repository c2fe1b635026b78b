package io.namesake.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Reads files that someone named. */
final class InputFile {

    private InputFile() {}

    /** At most one byte more than is allowed, which is enough for whoever looks at them to say that there are too many. */
    static byte[] read(CommandSpec spec, String option, Path file, int mostBytes) {
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(spec.commandLine(), option + ": there is no file " + file);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(mostBytes + 1);
        } catch (IOException e) {
            throw new ParameterException(spec.commandLine(), option + ": " + file + " can't be read");
        }
    }

    /** The same of a file that a list or a folder names rather than the call itself. */
    static byte[] read(Path file, int mostBytes) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(mostBytes + 1);
        } catch (IOException e) {
            throw unreadable(file);
        }
    }

    static CommandFailure unreadable(Path file) {
        return new CommandFailure(Exit.UNUSABLE_INPUT, file + " can't be read");
    }
}
