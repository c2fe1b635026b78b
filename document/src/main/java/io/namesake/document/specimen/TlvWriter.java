package io.namesake.document.specimen;

import java.io.ByteArrayOutputStream;

/** Writes BER-TLV objects (ISO/IEC 7816-4, 5.2.2). */
final class TlvWriter {
    private TlvWriter() {}

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] tlv(int tag, byte[] value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (tag > 0xFF) {
            out.write(tag >> 8);
        }
        out.write(tag);
        if (value.length < 0x80) {
            out.write(value.length);
        } else if (value.length < 0x100) {
            out.write(0x81);
            out.write(value.length);
        } else if (value.length < 0x10000) {
            out.write(0x82);
            out.write(value.length >> 8);
            out.write(value.length);
        } else {
            out.write(0x83);
            out.write(value.length >> 16);
            out.write(value.length >> 8);
            out.write(value.length);
        }
        out.writeBytes(value);
        return out.toByteArray();
    }
}
