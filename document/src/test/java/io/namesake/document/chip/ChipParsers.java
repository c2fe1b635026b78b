package io.namesake.document.chip;

import io.namesake.document.DocumentUnreadable;
import java.security.PublicKey;
import java.util.Optional;

/** The parsers of single files of a chip, which nobody outside of the package needs but whoever knocks at them. */
public final class ChipParsers {
    private ChipParsers() {}

    public static Object dataGroup1(byte[] file) throws DocumentUnreadable {
        return DataGroup1.read(file);
    }

    public static Object dataGroup2(byte[] file) throws DocumentUnreadable {
        return DataGroup2.read(file);
    }

    public static Object dataGroup11(byte[] file) throws DocumentUnreadable {
        return DataGroup11.read(file);
    }

    public static Object dataGroup12(byte[] file) throws DocumentUnreadable {
        return DataGroup12.read(file);
    }

    public static Object dataGroup14(byte[] file) throws DocumentUnreadable {
        return DataGroup14.read(file);
    }

    public static PublicKey dataGroup15(byte[] file) throws DocumentUnreadable {
        return DataGroup15.read(file);
    }

    public static Object faceRecord19794(byte[] record) throws DocumentUnreadable {
        return FaceRecord19794.portrait(record);
    }

    public static Object faceRecord39794(byte[] record) throws DocumentUnreadable {
        return FaceRecord39794.portrait(record);
    }

    public static boolean isAnswer(PublicKey key, byte[] challenge, byte[] response) throws DocumentUnreadable {
        return ActiveAuthentication.isAnswer(key, Optional.empty(), ActiveAnswer.of(challenge, response));
    }
}
