package io.namesake.net;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses are anybody's on the internet, and not of this machine, this network or this cloud: IANA's registries of special-purpose
 * addresses for IPv4 and IPv6 (RFC 6890 and its updates), and what clouds answer their own machines at.
 */
final class PublicAddresses {
    private static final List<AddressBlock> NOT_PUBLIC = Stream.of(
                    "0.0.0.0/8", // this host
                    "10.0.0.0/8",
                    "100.64.0.0/10", // carriers' own, and a cloud's metadata at 100.100.100.200
                    "127.0.0.0/8",
                    "168.63.129.16/32", // a cloud's own services, at a public address
                    "169.254.0.0/16", // link-local, and clouds' metadata at 169.254.169.254
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4", // multicast
                    "240.0.0.0/4", // and the broadcast address
                    // Of what is unicast in IPv6:
                    "2001::/23", // protocols, such as Teredo
                    "2001:db8::/32",
                    "2002::/16", // 6to4: any IPv4 address in disguise
                    "3fff::/20")
            .map(AddressBlock::parse)
            .toList();

    /** All that is assigned to be reached globally (RFC 4291, section 2.4). Loopback, fc00::/7, fe80::/10, ff00::/8 lie outside. */
    private static final AddressBlock GLOBAL_UNICAST = AddressBlock.parse("2000::/3");

    /** IPv4 addresses as a network without IPv4 sees them (RFC 6052); the last four bytes are the address. */
    private static final AddressBlock TRANSLATED = AddressBlock.parse("64:ff9b::/96");

    private PublicAddresses() {}

    static boolean contains(InetAddress address) {
        return switch (address) {
            case Inet6Address six when TRANSLATED.contains(six) -> contains(translated(six));
            case Inet6Address six -> GLOBAL_UNICAST.contains(six) && isNotSpecial(six);
            case Inet4Address four -> isNotSpecial(four);
            default -> false;
        };
    }

    private static boolean isNotSpecial(InetAddress address) {
        return NOT_PUBLIC.stream().noneMatch(block -> block.contains(address));
    }

    private static InetAddress translated(Inet6Address address) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(address.getAddress(), 12, 16));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four bytes are an address", e);
        }
    }
}
