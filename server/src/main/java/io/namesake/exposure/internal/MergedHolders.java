package io.namesake.exposure.internal;

import io.namesake.registry.KeptUnderHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person agreed to. */
@Component
class MergedHolders extends KeptUnderHolder {
    MergedHolders(JdbcClient jdbc) {
        super(jdbc, "disclosure_consent", "oauth_grant");
    }
}
