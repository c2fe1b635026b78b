package io.namesake.document.chip;

import io.namesake.document.DocumentUnreadable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import net.sf.scuba.smartcards.CardService;
import net.sf.scuba.smartcards.CardServiceException;
import net.sf.scuba.smartcards.CommandAPDU;
import net.sf.scuba.smartcards.ResponseAPDU;

/** A line to a chip that ends when the chip has talked for too long, or too much, or hangs up. */
final class BoundedCard extends CardService {
    private static final int MOST_COMMANDS = 12_000;
    private static final long MOST_BYTES = 4L * ChipFiles.LARGEST_FILE;
    private static final Duration LONGEST = Duration.ofSeconds(90);

    private static final int SECURE = 0x0C;
    private static final int GENERAL_AUTHENTICATE = 0x86;
    /** What a chip says that can't say more precisely what is wrong. */
    private static final ResponseAPDU NONSENSE = new ResponseAPDU(new byte[] {0x6F, 0});

    private final CardService card;
    private final InstantSource time;
    private Instant end = Instant.MAX;
    private int commands;
    private long bytes;
    private String broken = "";

    BoundedCard(CardService card, InstantSource time) {
        this.card = card;
        this.time = time;
    }

    /** Why the line ended; empty while it holds. */
    String broken() {
        return broken;
    }

    @Override
    public void open() throws CardServiceException {
        end = time.instant().plus(LONGEST);
        card.open();
    }

    @Override
    public ResponseAPDU transmit(CommandAPDU command) throws CardServiceException {
        if (!broken.isEmpty()) {
            throw new CardServiceException(broken);
        }
        if (++commands > MOST_COMMANDS || bytes > MOST_BYTES) {
            throw broke("the chip has more to say than any document");
        }
        if (time.instant().isAfter(end)) {
            throw broke("the chip took longer than " + LONGEST.toSeconds() + " seconds");
        }
        try {
            ResponseAPDU response = card.transmit(command);
            bytes += response.getBytes().length;
            return isWellFormed(command, response) ? response : NONSENSE;
        } catch (CardServiceException | RuntimeException lost) {
            throw broke("the chip broke off");
        }
    }

    /**
     * Whether the objects of a response fit into it. The library reserves as much memory as an object says it has bytes, up to 2 GB, before it looks for
     * them.
     */
    private static boolean isWellFormed(CommandAPDU command, ResponseAPDU response) {
        boolean holdsObjects = (command.getCLA() & SECURE) == SECURE || command.getINS() == GENERAL_AUTHENTICATE;
        if (!holdsObjects) {
            return true;
        }
        Tlv objects = Tlv.in(response.getData());
        try {
            while (!objects.isAtEnd()) {
                objects.next();
            }
            return true;
        } catch (DocumentUnreadable malformed) {
            return false;
        }
    }

    private CardServiceException broke(String why) {
        broken = why;
        return new CardServiceException(why);
    }

    @Override
    public boolean isOpen() {
        return card.isOpen();
    }

    @Override
    public byte[] getATR() throws CardServiceException {
        return card.getATR();
    }

    @Override
    public boolean isExtendedAPDULengthSupported() {
        return card.isExtendedAPDULengthSupported();
    }

    @Override
    public void close() {
        card.close();
    }

    @Override
    public boolean isConnectionLost(Exception e) {
        return !broken.isEmpty() || card.isConnectionLost(e);
    }
}
