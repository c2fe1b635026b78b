package io.namesake.mylines.internal;

import io.namesake.registry.KeptUnderHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The disputes, endings, sessions and passkeys of a person. */
@Component
class MergedHolders extends KeptUnderHolder {
    MergedHolders(JdbcClient jdbc) {
        super(jdbc, "dispute", "line_ending", "holder_session", "passkey", "passkey_ceremony");
    }
}
