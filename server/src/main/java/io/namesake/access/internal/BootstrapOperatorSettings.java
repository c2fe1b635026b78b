package io.namesake.access.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The first operator.
 *
 * @param name as people call it
 * @param apiKey {@code nsk_<id>_<secret>}; none means that no operator is made
 */
@ConfigurationProperties("namesake.operator")
record BootstrapOperatorSettings(
        @DefaultValue("Operator") String name, @Nullable String apiKey) {

    @Override
    public String toString() {
        return "BootstrapOperatorSettings[" + name + "]";
    }
}
