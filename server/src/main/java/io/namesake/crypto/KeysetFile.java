package io.namesake.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;

/**
 * A keyset in a file that its owner alone can read. It is replaced as a whole, so a crash leaves the old one or the new one.
 *
 * @param kms encrypts the file; null without one
 */
public record KeysetFile(KeyKind kind, Path file, @Nullable KeyService kms) {

    /** The file of this kind in a server's data folder. */
    public static KeysetFile in(Path data, KeyKind kind, @Nullable KeyService kms) {
        return new KeysetFile(kind, data.resolve("keys").resolve(kind.file()), kms);
    }

    public boolean exists() {
        return Files.exists(file);
    }

    /** Reads it. One that was made before there was a KMS is encrypted on this occasion. */
    public Keyset read() throws GeneralSecurityException {
        try {
            var json = Files.readString(file);
            var keyset = Keyset.fromJson(kind, json, kms);
            if (kms != null && !Keyset.isEncrypted(json)) {
                replaceBy(keyset);
            }
            return keyset;
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read the keyset " + file, e);
        }
    }

    Keyset readOrMake() throws GeneralSecurityException {
        if (!exists()) {
            replaceBy(Keyset.generate(kind));
        }
        return read();
    }

    /** Puts another keyset in its place, atomically. */
    public void replaceBy(Keyset keyset) throws GeneralSecurityException {
        try {
            SecretFile.replace(file, keyset.toJson(kms));
        } catch (IOException e) {
            throw new UncheckedIOException("Could not write the keyset " + file, e);
        }
    }
}
