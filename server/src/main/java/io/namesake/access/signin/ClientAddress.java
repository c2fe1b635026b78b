package io.namesake.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Where a request comes from, as far as it is one connection: in IPv6 a household or shop has a whole /64 (RFC 6177). */
final class ClientAddress {
    private static final int PREFIX_BYTES = 8;

    private ClientAddress() {}

    static String of(HttpServletRequest request) {
        return network(request.getRemoteAddr());
    }

    static String network(String address) {
        try {
            // A literal is never looked up.
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), PREFIX_BYTES))
                    : address;
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
