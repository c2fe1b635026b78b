package io.namesake.access.limits;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Where a request comes from, as far as it is one connection: in IPv6 a household or shop has a whole /64 (RFC 6177). */
public final class ClientAddress {
    private static final int PREFIX_BYTES = 8;
    /** Of everything that is no address, so that another word is no other caller. */
    private static final String NOWHERE = "nowhere";
    /** As some proxies write it, with the port of the connection: {@code 203.0.113.7:51234}, {@code [2001:db8::7]:51234}. */
    private static final Pattern WITH_PORT =
            Pattern.compile("(?<four>[0-9.]+):[0-9]{1,5}|\\[(?<six>[^\\]]+)](?::[0-9]{1,5})?");

    private ClientAddress() {}

    public static String of(HttpServletRequest request) {
        return network(request.getRemoteAddr());
    }

    /** The same of an address in numbers, whose port counts for nothing; whatever is none is one and the same. */
    public static String network(String address) {
        try {
            // A literal is never looked up.
            var parsed = InetAddress.ofLiteral(withoutPort(address));
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), PREFIX_BYTES))
                    : parsed.getHostAddress();
        } catch (IllegalArgumentException e) {
            return NOWHERE;
        }
    }

    private static String withoutPort(String address) {
        var parts = WITH_PORT.matcher(address);
        if (!parts.matches()) {
            return address;
        }
        var four = parts.group("four");
        return four == null ? parts.group("six") : four;
    }
}
