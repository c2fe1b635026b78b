package io.namesake.document.card;

import io.namesake.document.trust.Crypto;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The chip's side of secure messaging (ICAO Doc 9303-11, 9.8), with Triple-DES after BAC or AES after PACE and chip authentication. */
final class SecureLine {
    private final boolean aes;
    private final byte[] encryption;
    private final byte[] authentication;
    private byte[] counter;

    /** @param counter 8 bytes for Triple-DES, 16 for AES */
    SecureLine(boolean aes, byte[] encryption, byte[] authentication, byte[] counter) {
        this.aes = aes;
        this.encryption = encryption;
        this.authentication = authentication;
        this.counter = counter;
    }

    static SecureLine aes(byte[] secret) {
        return new SecureLine(
                true,
                ChipKeys.derive(secret, ChipKeys.ENCRYPTION),
                ChipKeys.derive(secret, ChipKeys.AUTHENTICATION),
                new byte[16]);
    }

    /**
     * A command as it was meant.
     *
     * @param header class, instruction and both parameters
     */
    record Plain(byte[] header, byte[] data, int expected) {}

    /** @param body what stands between the header and the length that is expected */
    Plain open(byte[] header, byte[] body) throws GeneralSecurityException {
        count();
        byte[] data = {};
        int expected = 0;
        ByteArrayOutputStream covered = new ByteArrayOutputStream();
        covered.writeBytes(padded(header));
        ByteArrayOutputStream objects = new ByteArrayOutputStream();
        byte[] mac = {};
        for (int at = 0; at < body.length; ) {
            int tag = body[at] & 0xFF;
            int start = at;
            int length = body[at + 1] & 0xFF;
            at += 2;
            if (length == 0x81) {
                length = body[at++] & 0xFF;
            } else if (length == 0x82) {
                length = (body[at] & 0xFF) << 8 | body[at + 1] & 0xFF;
                at += 2;
            }
            byte[] value = Arrays.copyOfRange(body, at, at + length);
            at += length;
            switch (tag) {
                case 0x87 -> data = unpadded(crypt(Cipher.DECRYPT_MODE, Arrays.copyOfRange(value, 1, value.length)));
                case 0x85 -> data = unpadded(crypt(Cipher.DECRYPT_MODE, value));
                case 0x97 ->
                    expected = value.length == 1 ? (value[0] & 0xFF) : ((value[0] & 0xFF) << 8 | value[1] & 0xFF);
                case 0x8E -> mac = value;
                default -> throw new GeneralSecurityException("unknown object");
            }
            if (tag != 0x8E) {
                objects.write(body, start, at - start);
            }
        }
        if (objects.size() > 0) {
            covered.writeBytes(padded(objects.toByteArray()));
        }
        if (!Arrays.equals(mac, mac(covered.toByteArray()))) {
            throw new GeneralSecurityException("wrong MAC");
        }
        return new Plain(header, data, expected == 0 ? 256 : expected);
    }

    /** A response, wrapped; its own status is always in it. */
    byte[] close(byte[] data, int status, int tag) throws GeneralSecurityException {
        count();
        ByteArrayOutputStream objects = new ByteArrayOutputStream();
        if (data.length > 0) {
            byte[] hidden = crypt(Cipher.ENCRYPT_MODE, paddedData(data));
            objects.writeBytes(tag == 0x87 ? object(0x87, join(new byte[] {1}, hidden)) : object(0x85, hidden));
        }
        objects.writeBytes(object(0x99, new byte[] {(byte) (status >> 8), (byte) status}));
        byte[] mac = mac(padded(objects.toByteArray()));
        return join(objects.toByteArray(), object(0x8E, mac), new byte[] {(byte) (status >> 8), (byte) status});
    }

    private void count() {
        byte[] next = new BigInteger(1, counter).add(BigInteger.ONE).toByteArray();
        byte[] whole = new byte[counter.length];
        int from = Math.max(0, next.length - whole.length);
        System.arraycopy(next, from, whole, whole.length - (next.length - from), next.length - from);
        counter = whole;
    }

    private byte[] crypt(int mode, byte[] data) throws GeneralSecurityException {
        if (aes) {
            Cipher block = Cipher.getInstance("AES/ECB/NoPadding", Crypto.PROVIDER);
            block.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(encryption, "AES"));
            byte[] start = block.doFinal(counter);
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding", Crypto.PROVIDER);
            cipher.init(mode, new SecretKeySpec(encryption, "AES"), new IvParameterSpec(start));
            return cipher.doFinal(data);
        }
        return tripleDes(mode, encryption, data);
    }

    static byte[] tripleDes(int mode, byte[] key, byte[] data) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("DESede/CBC/NoPadding", Crypto.PROVIDER);
        cipher.init(
                mode, new SecretKeySpec(join(key, Arrays.copyOf(key, 8)), "DESede"), new IvParameterSpec(new byte[8]));
        return cipher.doFinal(data);
    }

    private byte[] mac(byte[] covered) throws GeneralSecurityException {
        if (aes) {
            return cmac(authentication, join(counter, covered));
        }
        return retailMac(authentication, join(counter, covered));
    }

    static byte[] cmac(byte[] key, byte[] data) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("AESCMAC", Crypto.PROVIDER);
        mac.init(new SecretKeySpec(key, "AES"));
        return Arrays.copyOf(mac.doFinal(data), 8);
    }

    /** ISO/IEC 9797-1, algorithm 3; the data are already padded. */
    static byte[] retailMac(byte[] key, byte[] data) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("ISO9797ALG3MAC", Crypto.PROVIDER);
        mac.init(new SecretKeySpec(key, "DESede"));
        return mac.doFinal(data);
    }

    private byte[] padded(byte[] data) {
        return padded(data, aes ? 16 : 8);
    }

    private byte[] paddedData(byte[] data) {
        return padded(data, aes ? 16 : 8);
    }

    static byte[] padded(byte[] data, int block) {
        byte[] whole = Arrays.copyOf(data, (data.length / block + 1) * block);
        whole[data.length] = (byte) 0x80;
        return whole;
    }

    private static byte[] unpadded(byte[] data) {
        int end = data.length - 1;
        while (data[end] == 0) {
            end--;
        }
        return Arrays.copyOf(data, end);
    }

    static byte[] object(int tag, byte[] value) {
        if (value.length < 0x80) {
            return join(new byte[] {(byte) tag, (byte) value.length}, value);
        }
        return value.length < 0x100
                ? join(new byte[] {(byte) tag, (byte) 0x81, (byte) value.length}, value)
                : join(new byte[] {(byte) tag, (byte) 0x82, (byte) (value.length >> 8), (byte) value.length}, value);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
