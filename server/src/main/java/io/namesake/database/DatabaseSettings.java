package io.namesake.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the data is kept.
 *
 * @param url {@code postgresql://user:password@host:port/database} or {@code jdbc:postgresql:...}; none means embedded
 * @param user overrides the user in the address
 * @param password overrides the password in the address
 * @param connections most connections held open at a time
 */
@ConfigurationProperties("namesake.database")
record DatabaseSettings(
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue("16") int connections) {

    boolean embedded() {
        return url == null || url.isBlank();
    }
}
