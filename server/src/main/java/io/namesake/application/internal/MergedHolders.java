package io.namesake.application.internal;

import io.namesake.registry.KeptUnderHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The applications of a person. */
@Component
class MergedHolders extends KeptUnderHolder {
    MergedHolders(JdbcClient jdbc) {
        super(jdbc, "application");
    }
}
