package io.namesake.net;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What may be called: public addresses over TLS, and the configured networks with it or without. Who may call is not decided here.
 *
 * @see OutboundSettings
 */
@Component
public class OutboundRules {
    private final List<AddressBlock> allowed;

    /** @throws IllegalArgumentException when a configured network cannot be read */
    public OutboundRules(OutboundSettings settings) {
        this.allowed =
                settings.allowedNetworks().stream().map(AddressBlock::parse).toList();
    }

    /** Whether a connection to this address may be made. */
    boolean allows(InetAddress address, boolean withTls) {
        return allowed.stream().anyMatch(block -> block.contains(address))
                || withTls && PublicAddresses.contains(address);
    }

    /**
     * What is wrong with an address before anything is asked of the network. Where it names a host, that is looked up when it is called.
     *
     * @param url absolute, http or https, with a host
     * @return a sentence; empty when nothing is known to be wrong
     */
    public Optional<String> objection(URI url) {
        if (!isTls(url) && allowed.isEmpty()) {
            return Optional.of("The URL must begin with https://; this server allows no plain http.");
        }
        return literal(url.getHost())
                .filter(address -> !allows(address, isTls(url)))
                .map(
                        _ ->
                                "The URL leads to an address that this server does not call (namesake.outbound.allowed-networks).");
    }

    static boolean isTls(URI url) {
        return url.getScheme().toLowerCase(Locale.ROOT).equals("https");
    }

    private static Optional<InetAddress> literal(String host) {
        try {
            return Optional.of(
                    InetAddress.ofLiteral(host.startsWith("[") ? host.substring(1, host.length() - 1) : host));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a name
        }
    }
}
