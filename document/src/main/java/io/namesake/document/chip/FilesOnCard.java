package io.namesake.document.chip;

import io.namesake.document.DocumentUnreadable;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import net.sf.scuba.smartcards.APDUWrapper;
import net.sf.scuba.smartcards.CardService;
import net.sf.scuba.smartcards.CardServiceException;
import net.sf.scuba.smartcards.CommandAPDU;
import net.sf.scuba.smartcards.ResponseAPDU;
import org.jmrtd.DefaultFileSystem;
import org.jmrtd.protocol.ReadBinaryAPDUSender;

/**
 * Reads whole files off a chip (ICAO Doc 9303-10, 3.6). The library's own file system is not used: it takes a file's length from its first bytes and
 * reserves that much memory, up to 2 GB, before it has seen the file; and it gives out of its memory what it once read, when
 * a chip shall show that it can still talk.
 */
final class FilesOnCard {
    /** Bytes asked for at once: with secure messaging around them they fit in a short response. */
    private static final int PART = 220;

    private static final int START = 8;
    /** Beyond it the offset no longer fits in the command's two parameters (ISO/IEC 7816-4, 11.3.3). */
    private static final int LAST_SHORT_OFFSET = 0x7FFF;

    private static final int READ_FAR = 0xB1;
    private static final byte OFFSET = 0x54;
    private static final int PART_OF_FILE = 0x53;
    /** Tag and length around a part. */
    private static final int HEADER = 3;

    private final CardService card;
    private final ReadBinaryAPDUSender sender;

    FilesOnCard(CardService card) {
        this.card = card;
        this.sender = new ReadBinaryAPDUSender(card);
    }

    /**
     * Selects and reads a file.
     *
     * @throws CardServiceException when the chip does not give it away
     * @throws DocumentUnreadable when it gives what is none
     */
    byte[] read(APDUWrapper line, short identifier) throws CardServiceException, DocumentUnreadable {
        sender.sendSelectFile(line, identifier);
        byte[] start = part(line, 0, START);
        int length = Tlv.wholeLength(start);
        if (length > ChipFiles.LARGEST_FILE) {
            throw new DocumentUnreadable("a file of the chip has more than " + ChipFiles.LARGEST_FILE + " bytes");
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(start, 0, Math.min(start.length, length));
        while (file.size() < length) {
            byte[] next = part(line, file.size(), Math.min(PART, length - file.size()));
            if (next.length == 0) {
                throw new DocumentUnreadable("a file of the chip ends early");
            }
            file.write(next, 0, Math.min(next.length, length - file.size()));
        }
        return file.toByteArray();
    }

    private byte[] part(APDUWrapper line, int offset, int length) throws CardServiceException, DocumentUnreadable {
        byte[] read = offset > LAST_SHORT_OFFSET
                ? farPart(line, offset, length)
                : sender.sendReadBinary(line, DefaultFileSystem.NO_SFI, offset, length, false, false);
        return read == null ? new byte[0] : Arrays.copyOf(read, Math.min(read.length, length));
    }

    /** The offset stands in the data; the library knows two bytes of it, and would begin anew after 65,535. */
    private byte[] farPart(APDUWrapper line, int offset, int length) throws CardServiceException, DocumentUnreadable {
        byte[] data = {OFFSET, 3, (byte) (offset >> 16), (byte) (offset >> 8), (byte) offset};
        CommandAPDU command = new CommandAPDU(0, READ_FAR, 0, 0, data, length + HEADER);
        ResponseAPDU response = line == null ? card.transmit(command) : line.unwrap(card.transmit(line.wrap(command)));
        return response.getData().length == 0
                ? new byte[0]
                : Tlv.in(response.getData()).next(PART_OF_FILE);
    }
}
