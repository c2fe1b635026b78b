package io.namesake.registry.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Numbers that go to another operator ({@code namesake.porting}).
 *
 * @param quarantine how long such a number rests before it can be asked for here again; 0 or more. A person may come back at
 *     once, and until it is ported back the network does not have the number anyway
 */
@ConfigurationProperties("namesake.porting")
record PortingSettings(@DefaultValue("0s") Duration quarantine) {

    PortingSettings {
        if (quarantine.isNegative()) {
            throw new IllegalArgumentException("namesake.porting.quarantine must not be less than 0");
        }
    }
}
