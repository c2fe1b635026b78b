package io.namesake.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Gives the client only addresses that may be called. The client connects to what this gives and asks nobody else.
 *
 * @param names what knows the names; the platform, or a test
 * @param withTls for connections with it, or for those without
 */
record Resolver(OutboundRules rules, Names names, boolean withTls) implements DnsResolver {

    /** Looks names up. */
    @FunctionalInterface
    interface Names {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    /** @throws NotAllowed when one of the addresses may not be called: a name that means both kinds means no good */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = names.addresses(host);
        if (!Arrays.stream(addresses).allMatch(address -> rules.allows(address, withTls))) {
            throw new NotAllowed();
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** The address is there and is not called. */
    static final class NotAllowed extends UnknownHostException {
        NotAllowed() {
            super("address not allowed");
        }
    }
}
