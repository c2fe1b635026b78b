package io.namesake.access.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The first operator.
 *
 * @param name as people call it
 * @param apiKey {@code nsk_<id>_<secret>}, the one key of that operator: another one set in its place ends it; none means that no operator is made
 *     and no key ended
 */
@ConfigurationProperties("namesake.operator")
record BootstrapOperatorSettings(
        @DefaultValue("Operator") String name, @Nullable String apiKey) {

    @Override
    public String toString() {
        return "BootstrapOperatorSettings[" + name + "]";
    }
}
