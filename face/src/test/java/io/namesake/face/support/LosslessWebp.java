package io.namesake.face.support;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes WebP files in the lossless form (RFC 9649, section 3) without compressing anything: every channel's 256 values have codes of 8
 * bits. No Java library writes WebP, and the tests need real faces in it.
 */
public final class LosslessWebp {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int pending;
    private int pendingBits;

    private LosslessWebp() {}

    /** A WebP file with these pixels, opaque. */
    public static byte[] of(BufferedImage image) {
        byte[] data = new LosslessWebp().write(image);
        int padded = data.length + (data.length & 1);
        return ByteBuffer.allocate(20 + padded)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(12 + padded)
                .put("WEBPVP8L".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(data.length)
                .put(data)
                .array();
    }

    private byte[] write(BufferedImage image) {
        bits(0x2F, 8);
        bits(image.getWidth() - 1, 14);
        bits(image.getHeight() - 1, 14);
        bits(0, 1 + 3); // no alpha is used; version 0
        bits(0, 1 + 1 + 1); // no transform, no colour cache, one set of codes
        allValues(256 + 24); // green and lengths
        allValues(256); // red
        allValues(256); // blue
        single(255); // alpha
        single(0); // distance
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                code(rgb >> 8 & 0xFF);
                code(rgb >> 16 & 0xFF);
                code(rgb & 0xFF);
            }
        }
        bits(0, 7);
        return bytes.toByteArray();
    }

    /** A code of 8 bits for each of the first 256 symbols, none for the rest. */
    private void allValues(int symbols) {
        bits(0, 1); // a normal code
        // Lengths of the codes for lengths, in the order 17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8: only 0 and 8 are used,
        // 1 bit each.
        bits(12 - 4, 4);
        for (int length : new int[] {17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8}) {
            bits(length == 0 || length == 8 ? 1 : 0, 3);
        }
        bits(0, 1); // lengths for all symbols follow
        for (int symbol = 0; symbol < symbols; symbol++) {
            bits(symbol < 256 ? 1 : 0, 1);
        }
    }

    /** One symbol only, which then takes no bits. */
    private void single(int symbol) {
        bits(1, 1); // a simple code
        bits(0, 1); // of one symbol
        bits(1, 1); // of 8 bits
        bits(symbol, 8);
    }

    /** Huffman codes are read from their highest bit on. */
    private void code(int value) {
        bits(Integer.reverse(value) >>> 24, 8);
    }

    private void bits(int value, int count) {
        for (int i = 0; i < count; i++) {
            pending |= (value >> i & 1) << pendingBits;
            pendingBits++;
            if (pendingBits == 8) {
                bytes.write(pending);
                pending = 0;
                pendingBits = 0;
            }
        }
    }
}
