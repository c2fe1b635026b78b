package io.namesake;

import io.namesake.access.Caller;
import io.namesake.access.CredentialScheme;
import io.namesake.access.HolderPrincipal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Lets a test be any holder: a token of the test alone, which names who it is. */
public final class TestHolders implements CredentialScheme {
    private static final String PREFIX = "tsh_";

    /** The token of somebody who was verified a moment ago. */
    public static String token(UUID holderId) {
        return PREFIX + holderId;
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Optional<Caller> callerOf(String token) {
        var holder = UUID.fromString(token.substring(PREFIX.length()));
        return Optional.of(new HolderPrincipal(holder, UUID.randomUUID(), Instant.now()));
    }

    /** Makes it a bean. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Configuration {
        @Bean
        TestHolders testHolders() {
            return new TestHolders();
        }
    }
}
