package io.namesake.access.internal;

import io.namesake.database.CurrentScope;
import io.namesake.database.Scope;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The first operator, from the environment: somebody must be able to call an API that has no users yet. Whoever is made after it may look the
 * operator up; keys and secrets of before end when everything is there, since the audit log hears of it, and before the first request is answered.
 */
@Component
@EnableConfigurationProperties(BootstrapOperatorSettings.class)
class BootstrapOperator implements InitializingBean, SmartInitializingSingleton {
    private static final Logger log = LoggerFactory.getLogger(BootstrapOperator.class);
    private static final Scope SCOPE = Scope.ofSystem("first operator");

    private final BootstrapOperatorSettings settings;
    private final OperatorKeys keys;
    private OperatorKeys.@Nullable Ensured ensured;

    BootstrapOperator(BootstrapOperatorSettings settings, OperatorKeys keys) {
        this.settings = settings;
        this.keys = keys;
    }

    @Override
    public void afterPropertiesSet() {
        if (settings.apiKey() == null || settings.apiKey().isBlank()) {
            return;
        }
        var key = ApiKey.parse(settings.apiKey())
                .orElseThrow(() -> new IllegalStateException(
                        "NAMESAKE_OPERATOR_API_KEY must read nsk_<id>_<secret>: an id of 4 to 32 letters and digits, and a"
                                + " secret of 32 to 128 letters, digits, '-' and '_'"));
        ensured = CurrentScope.call(SCOPE, () -> keys.ensure(settings.name(), key));
        log.info("Operator {} may call the API with key {}", settings.name(), key.id());
    }

    @Override
    public void afterSingletonsInstantiated() {
        var operator = ensured;
        if (operator == null) {
            return;
        }
        var over = CurrentScope.call(SCOPE, () -> keys.endOthers(operator));
        if (!over.isEmpty()) {
            log.warn("Keys of operator {} that open its API no longer: {}", settings.name(), String.join(" ", over));
        }
    }
}
