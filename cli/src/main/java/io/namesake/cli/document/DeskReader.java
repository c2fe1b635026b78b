package io.namesake.cli.document;

import io.namesake.document.DocumentUnreadable;
import java.util.List;
import java.util.Locale;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.TerminalFactory;
import net.sf.scuba.smartcards.CardService;
import net.sf.scuba.smartcards.CardServiceException;
import net.sf.scuba.smartcards.CommandAPDU;
import net.sf.scuba.smartcards.ResponseAPDU;

/** A reader on the desk (PC/SC), through the JDK. */
public final class DeskReader extends CardService {
    private final CardTerminal terminal;
    private Card card;

    private DeskReader(CardTerminal terminal) {
        this.terminal = terminal;
    }

    /**
     * The reader with a chip on it.
     *
     * @param name part of the reader's name; empty for any
     * @throws DocumentUnreadable when there is none
     */
    public static DeskReader find(String name) throws DocumentUnreadable {
        List<CardTerminal> terminals;
        try {
            terminals = TerminalFactory.getDefault().terminals().list();
        } catch (CardException | RuntimeException noService) {
            throw new DocumentUnreadable("there is no reader (PC/SC) on this machine");
        }
        List<CardTerminal> named = terminals.stream()
                .filter(terminal -> terminal.getName().toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT)))
                .toList();
        if (named.isEmpty()) {
            throw new DocumentUnreadable(
                    terminals.isEmpty()
                            ? "there is no reader (PC/SC) on this machine"
                            : "no reader has that name; there are "
                                    + String.join(
                                            ", ",
                                            terminals.stream()
                                                    .map(CardTerminal::getName)
                                                    .toList()));
        }
        return new DeskReader(named.stream()
                .filter(DeskReader::holdsCard)
                .findFirst()
                .orElseThrow(() -> new DocumentUnreadable("there is no chip on the reader")));
    }

    private static boolean holdsCard(CardTerminal terminal) {
        try {
            return terminal.isCardPresent();
        } catch (CardException gone) {
            return false;
        }
    }

    @Override
    public void open() throws CardServiceException {
        try {
            card = terminal.connect("*");
        } catch (CardException refused) {
            throw new CardServiceException("the chip can't be reached", refused);
        }
    }

    @Override
    public boolean isOpen() {
        return card != null;
    }

    @Override
    public ResponseAPDU transmit(CommandAPDU command) throws CardServiceException {
        try {
            return new ResponseAPDU(card.getBasicChannel()
                    .transmit(new javax.smartcardio.CommandAPDU(command.getBytes()))
                    .getBytes());
        } catch (CardException lost) {
            throw new CardServiceException("the chip broke off", lost);
        }
    }

    @Override
    public byte[] getATR() {
        return card.getATR().getBytes();
    }

    @Override
    public void close() {
        if (card != null) {
            try {
                card.disconnect(false);
            } catch (CardException alreadyGone) {
                // Then it is closed.
            }
            card = null;
        }
    }

    @Override
    public boolean isConnectionLost(Exception e) {
        return card == null || !holdsCard(terminal);
    }
}
