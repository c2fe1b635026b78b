package io.namesake.crypto;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** A secret of this installation, in a file that its owner alone can read. */
public final class SecretFile {

    private SecretFile() {}

    /** Makes the file with that content, and its folder; one that is there already stays as it is. */
    public static void make(Path file, String secret) throws IOException {
        if (!Files.exists(file)) {
            replace(file, secret);
        }
    }

    /** Puts that content in the file's place, as a whole: a crash leaves the old one or the new one, never half a secret. */
    public static void replace(Path file, String secret) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var written = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(written);
        Files.createFile(written, ownerOnly());
        Files.writeString(written, secret);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
