package io.namesake.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** Reads, or makes, the keyset that the vault works with. */
final class Keyset {

    private Keyset() {}

    static Aead fromBase64(String base64OfJson) throws GeneralSecurityException {
        byte[] json;
        try {
            json = Base64.getDecoder().decode(base64OfJson.strip());
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("NAMESAKE_KEYSET is not base64");
        }
        return parse(new String(json, StandardCharsets.UTF_8));
    }

    static Aead fromFileOrNew(Path file) throws GeneralSecurityException {
        try {
            if (!Files.exists(file)) {
                SecretFile.make(file, newKeysetJson());
            }
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read or write the keyset " + file, e);
        }
    }

    /** A new AES-256-GCM keyset as Tink's JSON. It is a secret: whoever has it opens everything sealed with it. */
    static String newKeysetJson() throws GeneralSecurityException {
        var handle = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
        return TinkJsonProtoKeysetFormat.serializeKeyset(handle, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
    }

    private static Aead parse(String json) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(json, AeadConfig2026.get(), InsecureSecretKeyAccess.get())
                .getPrimitive(AeadConfig2026.get(), Aead.class);
    }
}
