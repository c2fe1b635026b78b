package io.namesake.provisioning.radius;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where an attribute stands in a packet (RFC 2865, section 5; RFC 6929 calls these the standard and the vendor space).
 *
 * @param vendor the vendor's IANA enterprise number; null for an attribute of the standard space
 * @param number 1 to 255
 * @param type how its value is written
 */
record RadiusAttribute(@Nullable Integer vendor, int number, Type type) {
    private static final int VENDOR_SPECIFIC = 26;
    private static final int LONGEST_VALUE = 253;
    /** Vendor id, vendor type, vendor length. */
    private static final int VENDOR_HEADER = 6;

    /** How a value is written (RFC 8044). */
    enum Type {
        /** Text of UTF-8. */
        STRING,
        /** An unsigned number of 32 bits. */
        INTEGER,
        /** An address of IPv4. */
        IPADDR
    }

    RadiusAttribute {
        if (number < 1 || number > 255 || vendor != null && (vendor < 1 || vendor > 0xff_ffff) || type == null) {
            throw new IllegalArgumentException(
                    "an attribute has a number from 1 to 255, a type (STRING, INTEGER, IPADDR) and, where it is a vendor's, the"
                            + " vendor's number from 1 to 16777215");
        }
    }

    static RadiusAttribute standard(int number, Type type) {
        return new RadiusAttribute(null, number, type);
    }

    static RadiusAttribute vendor(int vendor, int number, Type type) {
        return new RadiusAttribute(vendor, number, type);
    }

    /**
     * The whole attribute as it stands in a packet.
     *
     * @throws IllegalArgumentException when the value is not of the type, or too long
     */
    byte[] encoded(String value) {
        var content = content(value);
        int longest = vendor == null ? LONGEST_VALUE : LONGEST_VALUE - VENDOR_HEADER;
        if (content.length == 0 || content.length > longest) {
            throw new IllegalArgumentException("a value has 1 to " + longest + " bytes here");
        }
        if (vendor == null) {
            return encoded(number, content);
        }
        var inside = ByteBuffer.allocate(VENDOR_HEADER + content.length)
                .putInt(vendor)
                .put((byte) number)
                .put((byte) (2 + content.length))
                .put(content);
        return encoded(VENDOR_SPECIFIC, inside.array());
    }

    /** Type, length, value. @param value 1 to 253 bytes */
    static byte[] encoded(int number, byte[] value) {
        return ByteBuffer.allocate(2 + value.length)
                .put((byte) number)
                .put((byte) (2 + value.length))
                .put(value)
                .array();
    }

    private byte[] content(String value) {
        return switch (type) {
            case STRING -> value.getBytes(StandardCharsets.UTF_8);
            case INTEGER ->
                ByteBuffer.allocate(4).putInt(Integer.parseUnsignedInt(value)).array();
            case IPADDR ->
                IpAddress.parse(value)
                        .filter(address -> address.getAddress().length == 4)
                        .orElseThrow(() -> new IllegalArgumentException("not an address of IPv4"))
                        .getAddress();
        };
    }
}
