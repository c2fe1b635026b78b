package io.namesake.audit.internal;

import io.namesake.audit.note.WitnessKey;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The witnesses that are asked to cosign each checkpoint.
 *
 * @param witnesses of each its public key, a space, and the address before {@code /add-checkpoint}; at most 20
 * @param witnessTimeout how long one is waited for; 1 to 60 seconds
 */
@ConfigurationProperties("namesake.audit")
record WitnessSettings(
        @DefaultValue List<String> witnesses,
        @DefaultValue("10s") Duration witnessTimeout) {
    private static final int MOST = 20;

    WitnessSettings {
        witnesses = witnesses.stream().filter(text -> !text.isBlank()).toList();
        if (witnesses.size() > MOST) {
            throw new IllegalArgumentException("namesake.audit.witnesses: more than " + MOST);
        }
        if (witnessTimeout.compareTo(Duration.ofSeconds(1)) < 0
                || witnessTimeout.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException("namesake.audit.witness-timeout must lie between 1s and 60s");
        }
    }

    /** A witness and where it is. */
    record Place(WitnessKey key, URI address) {}

    List<Place> places() {
        return witnesses.stream().map(WitnessSettings::place).toList();
    }

    private static Place place(String text) {
        var parts = text.strip().split(" +");
        if (parts.length == 2) {
            var key = WitnessKey.parse(parts[0]);
            try {
                var address = new URI(parts[1].endsWith("/") ? parts[1] : parts[1] + "/");
                if (key.isPresent()
                        && Set.of("https", "http").contains(String.valueOf(address.getScheme()))
                        && address.getHost() != null) {
                    return new Place(key.get(), address);
                }
            } catch (URISyntaxException e) {
                throw wrong();
            }
        }
        throw wrong();
    }

    private static IllegalArgumentException wrong() {
        return new IllegalArgumentException("namesake.audit.witnesses: each reads <name>+<hash>+<key> <address>");
    }
}
