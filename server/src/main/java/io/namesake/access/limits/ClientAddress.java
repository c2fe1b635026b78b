package io.namesake.access.limits;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Where a request comes from, as far as it is one connection: in IPv6 a household or shop has a whole /64 (RFC 6177). */
public final class ClientAddress {
    private static final int PREFIX_BYTES = 8;

    private ClientAddress() {}

    public static String of(HttpServletRequest request) {
        return network(request.getRemoteAddr());
    }

    /** The same of an address in numbers; whatever is none stays as it is. */
    public static String network(String address) {
        try {
            // A literal is never looked up.
            var parsed = InetAddress.ofLiteral(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), PREFIX_BYTES))
                    : parsed.getHostAddress();
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
