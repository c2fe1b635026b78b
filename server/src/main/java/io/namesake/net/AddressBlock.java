package io.namesake.net;

import java.net.InetAddress;

/**
 * A block of addresses, written like {@code 10.0.0.0/8} or {@code fd00::/8}. One of IPv4 holds no address of IPv6 and the other way
 * round; IPv4 addresses in IPv6's clothes ({@code ::ffff:10.0.0.1}) are IPv4 already, since the platform reads them so.
 *
 * @param first the block's first address
 * @param bits how many bits its addresses share, 0 to 32 or 128
 */
public record AddressBlock(InetAddress first, int bits) {

    /** @throws IllegalArgumentException when it is no address in numbers, a slash and a number of bits that fits */
    public static AddressBlock parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !text.substring(slash + 1).matches("[0-9]{1,3}")) {
            throw new IllegalArgumentException("A block of addresses is written like 10.0.0.0/8, not " + text);
        }
        var first = InetAddress.ofLiteral(text.substring(0, slash));
        int bits = Integer.parseInt(text.substring(slash + 1));
        if (bits > first.getAddress().length * 8) {
            throw new IllegalArgumentException("There are not so many bits in " + text);
        }
        return new AddressBlock(first, bits);
    }

    /** The same, or one address by itself, which is a block of one. @throws IllegalArgumentException when it is neither */
    public static AddressBlock parseOrAddress(String text) {
        return parse(text.contains("/") ? text : text + (text.contains(":") ? "/128" : "/32"));
    }

    /** Whether an address lies in it. */
    public boolean contains(InetAddress address) {
        var mine = first.getAddress();
        var other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % 8;
            if (((mine[bit / 8] ^ other[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
