package io.namesake.crypto;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The key management service that wraps the keys, spoken to as HashiCorp Vault's transit engine is (also OpenBao's).
 *
 * @param url such as {@code https://vault.example.com:8200}; none means the server's own keyset. Plain HTTP only to this machine,
 *     for an agent that stands beside the server
 * @param mount where the engine is mounted
 * @param key the name of the key-encryption key, of type {@code aes256-gcm96}
 * @param token what the service knows us by
 * @param timeout for one call; it happens within a request and a transaction, so keep it short
 */
@ConfigurationProperties("namesake.kms")
public record KmsSettings(
        @Nullable URI url,
        @DefaultValue("transit") String mount,
        @DefaultValue("namesake") String key,
        @DefaultValue("") String token,
        @DefaultValue("3s") Duration timeout) {
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9_./-]{0,127}";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    public KmsSettings {
        if (url != null && url.toString().isBlank()) {
            url = null;
        }
        if (url != null && !isTrusted(url)) {
            throw new IllegalArgumentException("NAMESAKE_KMS_URL must begin with https://");
        }
        if (!mount.matches(NAME) || !key.matches(NAME) || mount.contains("..") || key.contains("..")) {
            throw new IllegalArgumentException("NAMESAKE_KMS_MOUNT and NAMESAKE_KMS_KEY are plain names");
        }
    }

    /** The service, or null when none is configured. */
    public @Nullable KeyService service() {
        return url == null ? null : new TransitKeyService(url, this);
    }

    private static boolean isTrusted(URI url) {
        return url.getHost() != null
                && ("https".equals(url.getScheme())
                        || "http".equals(url.getScheme()) && THIS_MACHINE.contains(url.getHost()));
    }

    /** Keeps the token out of logs. */
    @Override
    public String toString() {
        return "KmsSettings[" + url + "]";
    }
}
