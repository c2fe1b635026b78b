package io.namesake.crypto;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** Reads, or makes, a keyset. */
final class Keyset {

    private Keyset() {}

    static KeysetHandle fromBase64(KeyKind kind, String base64OfJson) throws GeneralSecurityException {
        byte[] json;
        try {
            json = Base64.getDecoder().decode(base64OfJson.strip());
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException(kind.variable() + " is not base64");
        }
        return parse(kind, new String(json, StandardCharsets.UTF_8));
    }

    static KeysetHandle fromFileOrNew(KeyKind kind, Path file) throws GeneralSecurityException {
        try {
            if (!Files.exists(file)) {
                create(kind, file);
            }
            return parse(kind, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read or write the keyset " + file, e);
        }
    }

    /** A new keyset of one key as Tink's JSON. It is a secret: whoever has it opens everything sealed with it. */
    static String newKeysetJson(KeyKind kind) throws GeneralSecurityException {
        var handle = KeysetHandle.generateNew(kind.parameters(), kind.configuration());
        return TinkJsonProtoKeysetFormat.serializeKeyset(handle, kind.configuration(), InsecureSecretKeyAccess.get());
    }

    private static KeysetHandle parse(KeyKind kind, String json) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(json, kind.configuration(), InsecureSecretKeyAccess.get());
    }

    private static void create(KeyKind kind, Path file) throws IOException, GeneralSecurityException {
        Files.createDirectories(file.getParent());
        // Written aside and moved into place, so that a crash never leaves half a keyset.
        var written = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(written);
        Files.createFile(written, ownerOnly());
        Files.writeString(written, newKeysetJson(kind));
        try {
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException e) {
            Files.delete(written);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
