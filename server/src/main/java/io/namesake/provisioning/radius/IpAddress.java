package io.namesake.provisioning.radius;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses as they are written, never names: nothing here asks a name server. */
final class IpAddress {
    private static final int LONGEST = 45;
    private static final Pattern SHAPE = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private IpAddress() {}

    static Optional<InetAddress> parse(String text) {
        if (text.length() > LONGEST || !SHAPE.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
