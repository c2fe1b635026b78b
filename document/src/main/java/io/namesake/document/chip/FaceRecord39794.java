package io.namesake.document.chip;

import io.namesake.document.DocumentUnreadable;
import io.namesake.document.Portrait;

/**
 * A face record of ISO/IEC 39794-5:2019 in DER. Of the tree that its annex A describes, only the way to the picture is walked:
 * faceImageDataBlock, representationBlocks, representationBlock, imageRepresentation, base, imageRepresentation2DBlock, representationData2D.
 */
final class FaceRecord39794 {
    private static final int BIOMETRIC_DATA = 0xA1;
    private static final int BLOCK = 0x65;
    private static final int REPRESENTATIONS = 0xA1;
    private static final int REPRESENTATION = 0x30;
    private static final int IMAGE = 0xA1;
    private static final int BASE = 0xA0;
    private static final int IMAGE_2D = 0xA0;
    private static final int PICTURE = 0x80;

    private FaceRecord39794() {}

    static Portrait portrait(byte[] record) throws DocumentUnreadable {
        byte[] block = Tlv.in(Tlv.in(record).find(BIOMETRIC_DATA)).find(BLOCK);
        byte[] representation = Tlv.in(Tlv.in(block).find(REPRESENTATIONS)).find(REPRESENTATION);
        byte[] image = Tlv.in(Tlv.in(representation).find(IMAGE)).find(BASE);
        return Portrait.of(Tlv.in(Tlv.in(image).find(IMAGE_2D)).find(PICTURE));
    }
}
