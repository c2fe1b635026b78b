package io.namesake.authority.internal;

import io.namesake.authority.AuthorityQuestion.Selfie;
import io.namesake.document.DocumentUnreadable;
import io.namesake.document.Portrait;
import io.namesake.document.print.page.PageDecoder;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;

/**
 * A face image record of ISO/IEC 19794-5:2011 with one picture and no landmark, as MOSIP's biometric image specification asks of authentication devices: JPEG
 * 2000, lossy. What nobody measured says "unspecified", which is zero in all of these fields.
 */
final class FaceRecord {
    /** At most: twelve to one. A smooth picture takes less at the encoder's finest step. */
    private static final double BITS_A_PIXEL = 2;
    /** The portal's own pictures are this wide; the specification's least is 720 lines. */
    static final int LONGEST_SIDE = 1280;

    private static final int FORMAT = 'F' << 24 | 'A' << 16 | 'C' << 8;
    private static final int VERSION = '0' << 24 | '3' << 16 | '0' << 8;
    private static final int GENERAL_HEADER = 17;
    private static final int REPRESENTATION_HEADER = 47;
    private static final int FACIAL_INFORMATION = 17;
    private static final byte JPEG_2000_LOSSY = 1;
    private static final byte RGB = 1;
    /** Table 19: bits of what was done to the picture since. */
    private static final int DOWN_SAMPLED = 1 << 2;

    private static final int COMPRESSED_TWICE = 1 << 4;

    private FaceRecord() {}

    /** @throws DocumentUnreadable when the picture cannot be read, or is larger than pictures here may be */
    static byte[] of(Selfie selfie) throws DocumentUnreadable {
        var taken = PageDecoder.decode(selfie.picture()).image();
        var sent = scaled(taken);
        byte[] picture = Portrait.jpeg2000(sent, BITS_A_PIXEL).bytes();
        int representation = REPRESENTATION_HEADER + Integer.BYTES + picture.length;
        var record = ByteBuffer.allocate(GENERAL_HEADER + representation);
        record.putInt(FORMAT).putInt(VERSION).putInt(record.capacity());
        short one = 1;
        byte uncertified = 0;
        short alone = 0;
        record.putShort(one).put(uncertified).putShort(alone);
        record.putInt(representation);
        putTime(record, selfie.takenAt());
        putDevice(record);
        record.position(record.position() + FACIAL_INFORMATION);
        putPicture(record, sent, sent == taken ? COMPRESSED_TWICE : COMPRESSED_TWICE | DOWN_SAMPLED);
        return record.putInt(picture.length).put(picture).array();
    }

    private static void putTime(ByteBuffer record, Instant time) {
        var utc = time.atOffset(ZoneOffset.UTC);
        record.putShort((short) utc.getYear())
                .put((byte) utc.getMonthValue())
                .put((byte) utc.getDayOfMonth())
                .put((byte) utc.getHour())
                .put((byte) utc.getMinute())
                .put((byte) utc.getSecond())
                .putShort((short) utc.get(ChronoField.MILLI_OF_SECOND));
    }

    /** Technology, vendor and type are unspecified, and there is no quality block. */
    private static void putDevice(ByteBuffer record) {
        byte technology = 0;
        short vendor = 0;
        short type = 0;
        byte qualityBlocks = 0;
        record.put(technology).putShort(vendor).putShort(type).put(qualityBlocks);
    }

    private static void putPicture(ByteBuffer record, BufferedImage image, int processing) {
        byte basic = 0;
        byte samplingRate = 0;
        byte noCrossReference = 0;
        record.put(basic)
                .put(JPEG_2000_LOSSY)
                .putShort((short) image.getWidth())
                .putShort((short) image.getHeight())
                .put(samplingRate)
                .putShort((short) processing)
                .put(noCrossReference)
                .put(RGB);
    }

    private static BufferedImage scaled(BufferedImage image) {
        int longest = Math.max(image.getWidth(), image.getHeight());
        if (longest <= LONGEST_SIDE) {
            return image;
        }
        int width = Math.max(1, image.getWidth() * LONGEST_SIDE / longest);
        int height = Math.max(1, image.getHeight() * LONGEST_SIDE / longest);
        var smaller = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = smaller.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return smaller;
    }
}
