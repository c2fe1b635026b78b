package io.namesake.document.chip;

import io.namesake.document.DocumentUnreadable;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Texts and dates of EF.DG11 and EF.DG12 (ICAO Doc 9303-10, 4.7.11 and 4.7.12). */
final class Texts {
    private static final int LONGEST = 1_000;
    private static final int CODED_DATE = 4;
    private static final int WRITTEN_DATE = 8;

    private Texts() {}

    /** UTF-8; fillers ({@code <}) become spaces. Empty when nothing but fillers is there. */
    static Optional<String> text(byte[] value) throws DocumentUnreadable {
        if (value.length > LONGEST) {
            throw new DocumentUnreadable("a text has " + value.length + " bytes; at most " + LONGEST + " are taken");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value))
                    .toString();
            if (text.codePoints().anyMatch(Texts::controls)) {
                throw new DocumentUnreadable("a text holds what is no writing");
            }
            String plain = text.replace('<', ' ').strip().replaceAll(" {2,}", " ");
            return plain.isEmpty() ? Optional.empty() : Optional.of(plain);
        } catch (CharacterCodingException malformed) {
            throw new DocumentUnreadable("a text is not UTF-8");
        }
    }

    /** Control characters, and those that turn the direction of what stands around them, could make a reader see another name. */
    private static boolean controls(int character) {
        return Character.isISOControl(character)
                || character >= 0x202A && character <= 0x202E
                || character >= 0x2066 && character <= 0x2069;
    }

    /** Eight digits, or the same packed in four bytes; empty when part of it is left open or there is no such day. */
    static Optional<LocalDate> date(byte[] value) {
        StringBuilder digits = new StringBuilder();
        if (value.length == WRITTEN_DATE) {
            digits.append(new String(value, StandardCharsets.US_ASCII));
        } else if (value.length == CODED_DATE) {
            for (byte two : value) {
                digits.append("%02X".formatted(two));
            }
        }
        if (!digits.toString().matches("[0-9]{8}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(digits.substring(0, 4)),
                    Integer.parseInt(digits.substring(4, 6)),
                    Integer.parseInt(digits.substring(6))));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
