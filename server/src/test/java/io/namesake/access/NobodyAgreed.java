package io.namesake.access;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Stands where the module that keeps consents is left out: no holder lets anybody ask. */
@TestConfiguration(proxyBeanMethods = false)
public class NobodyAgreed {
    @Bean
    AgreedLines agreedLines() {
        return new AgreedLines() {
            @Override
            public Set<String> purposes() {
                return Set.of();
            }

            @Override
            public boolean silent(String scope) {
                return false;
            }

            @Override
            public Optional<AgreedLine> standing(
                    OperatorId operator, UUID client, String number, Set<String> scopes, String purpose) {
                return Optional.empty();
            }

            @Override
            public boolean stands(UUID consentId) {
                return false;
            }
        };
    }
}
