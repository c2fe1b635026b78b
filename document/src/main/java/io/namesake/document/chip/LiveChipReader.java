package io.namesake.document.chip;

import io.namesake.document.DocumentUnreadable;
import io.namesake.document.EvidenceCheck;
import io.namesake.document.IdentityEvidence;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.sf.scuba.smartcards.CardService;

/**
 * Reads a chip that lies on a reader, and asks it to prove that it is no copy. The files go to the same {@link ChipReader} that takes them from a phone.
 */
public final class LiveChipReader {
    /** Who the person is, the portrait, more of both, and the chip's own keys. */
    private static final List<Integer> WANTED = List.of(1, 2, 11, 12, 14, 15);

    /** They write what they read and which keys they agree on. Kept, because a logger that nobody holds forgets its level. */
    private static final List<Logger> LOGGERS =
            List.of(Logger.getLogger("org.jmrtd"), Logger.getLogger("net.sf.scuba"));

    static {
        LOGGERS.forEach(logger -> logger.setLevel(Level.OFF));
    }

    private final ChipReader reader;
    private final SecureRandom random;
    private final InstantSource time;

    /**
     * @param reader judges what was read
     * @param random for challenges
     * @param time by which a chip that takes too long is left
     */
    public LiveChipReader(ChipReader reader, SecureRandom random, InstantSource time) {
        this.reader = reader;
        this.random = random;
        this.time = time;
    }

    /**
     * Reads and judges. Chip authentication comes last, so that a chip which stumbles over it has been read.
     *
     * @param card the line to the chip; it is opened and closed in here
     * @throws DocumentUnreadable when there is no chip, it does not open, breaks off, or its files are not what they should be
     */
    public IdentityEvidence read(CardService card, AccessKey key) throws DocumentUnreadable {
        try (OpenChip chip = OpenChip.open(card, key, time)) {
            byte[] signature = chip.securityObject();
            Map<Integer, byte[]> groups = new TreeMap<>();
            for (int number : SecurityObject.read(signature).signedHashes().keySet()) {
                if (WANTED.contains(number)) {
                    chip.dataGroup(number).ifPresent(file -> groups.put(number, file));
                }
            }
            Optional<byte[]> issued = Optional.empty();
            Optional<ActiveAnswer> answer = Optional.empty();
            if (groups.containsKey(15)) {
                byte[] challenge = new byte[ActiveAnswer.CHALLENGE];
                random.nextBytes(challenge);
                issued = Optional.of(challenge);
                answer = chip.answer(DataGroup15.read(groups.get(15)), challenge);
            }
            Optional<EvidenceCheck> agreed = Optional.empty();
            if (groups.containsKey(14)) {
                List<DataGroup14.ChipKey> keys =
                        DataGroup14.read(groups.get(14)).chipKeys();
                if (!keys.isEmpty()) {
                    agreed = Optional.of(chip.agree(keys.getFirst(), signature));
                }
            }
            return reader.read(new ChipFiles(Optional.of(signature), groups, answer), issued, agreed);
        }
    }
}
