package io.namesake.document.chip;

import io.namesake.document.CheckKind;
import io.namesake.document.DocumentUnreadable;
import io.namesake.document.EvidenceCheck;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import net.sf.scuba.smartcards.CardService;
import net.sf.scuba.smartcards.CardServiceException;
import org.jmrtd.BACKey;
import org.jmrtd.PACEKeySpec;
import org.jmrtd.PassportService;
import org.jmrtd.lds.CardAccessFile;
import org.jmrtd.lds.PACEInfo;
import org.jmrtd.lds.SecurityInfo;

/**
 * A session with a chip, by JMRTD: whatever goes wrong in there, and whatever it throws, is a {@link DocumentUnreadable} out here. Only files are taken from
 * it, as bytes; what they say is read by our own parsers.
 */
final class OpenChip implements AutoCloseable {
    private static final int FIRST_GROUP = 0x0100;
    private static final String NO_KEY_FITS = "the chip does not open with this key";

    private final BoundedCard card;
    private final PassportService chip;
    private final FilesOnCard files;

    private interface Step<T> {
        T take() throws CardServiceException, IOException, GeneralSecurityException, DocumentUnreadable;
    }

    private OpenChip(BoundedCard card) {
        this.card = card;
        this.chip = new PassportService(
                card, PassportService.NORMAL_MAX_TRANCEIVE_LENGTH, PassportService.DEFAULT_MAX_BLOCKSIZE, false, true);
        this.files = new FilesOnCard(card);
    }

    /** Opens a chip: PACE where the chip knows it, else BAC (ICAO Doc 9303-11, 4.2). */
    static OpenChip open(CardService card, AccessKey key, InstantSource time) throws DocumentUnreadable {
        OpenChip opened = new OpenChip(new BoundedCard(card, time));
        try {
            opened.open(key);
            return opened;
        } catch (DocumentUnreadable refused) {
            opened.close();
            throw refused;
        }
    }

    private void open(AccessKey key) throws DocumentUnreadable {
        take("there is no chip that answers", () -> {
            chip.open();
            return true;
        });
        Optional<PACEInfo> pace = pace();
        if (pace.isPresent()) {
            PACEInfo known = pace.get();
            take(NO_KEY_FITS, () -> {
                chip.doPACE(
                        paceKey(key),
                        known.getObjectIdentifier(),
                        PACEInfo.toParameterSpec(known.getParameterId()),
                        known.getParameterId());
                return true;
            });
            select(true);
            return;
        }
        if (!(key instanceof AccessKey.Zone zone)) {
            throw new DocumentUnreadable(
                    "this chip opens with the machine-readable zone only, not with a card access number");
        }
        select(false);
        take(NO_KEY_FITS, () -> chip.doBAC(bacKey(zone)));
    }

    private void select(boolean paced) throws DocumentUnreadable {
        take("the chip is none of a travel document", () -> {
            chip.sendSelectApplet(paced);
            return true;
        });
    }

    private static BACKey bacKey(AccessKey.Zone zone) {
        return new BACKey(
                zone.fields().documentNumber(),
                zone.fields().birth(),
                zone.fields().lastDay());
    }

    private static PACEKeySpec paceKey(AccessKey key) throws GeneralSecurityException {
        return switch (key) {
            case AccessKey.Zone zone -> PACEKeySpec.createMRZKey(bacKey(zone));
            case AccessKey.CardNumber number -> PACEKeySpec.createCANKey(number.digits());
        };
    }

    /** Which way of PACE the chip offers, if it does (EF.CardAccess; ICAO Doc 9303-11, 9.2.10). A chip without that file knows BAC only. */
    private Optional<PACEInfo> pace() throws DocumentUnreadable {
        Optional<byte[]> file = file(PassportService.EF_CARD_ACCESS);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        return take("EF.CardAccess is malformed", () -> {
            for (SecurityInfo info : new CardAccessFile(new ByteArrayInputStream(file.get())).getSecurityInfos()) {
                if (info instanceof PACEInfo found && found.getParameterId() != null) {
                    return Optional.of(found);
                }
            }
            return Optional.empty();
        });
    }

    /** EF.SOD. */
    byte[] securityObject() throws DocumentUnreadable {
        return file(PassportService.EF_SOD)
                .orElseThrow(() -> new DocumentUnreadable("the chip does not give EF.SOD away"));
    }

    /** A data group; empty when the chip does not give it away. */
    Optional<byte[]> dataGroup(int number) throws DocumentUnreadable {
        return file((short) (FIRST_GROUP + number));
    }

    private Optional<byte[]> file(short identifier) throws DocumentUnreadable {
        try {
            return Optional.of(files.read(chip.getWrapper(), identifier));
        } catch (CardServiceException | RuntimeException refused) {
            if (!card.broken().isEmpty()) {
                throw new DocumentUnreadable(card.broken());
            }
            return Optional.empty();
        }
    }

    /** The chip's answer to a challenge (active authentication); empty when it gives none. */
    Optional<ActiveAnswer> answer(PublicKey key, byte[] challenge) throws DocumentUnreadable {
        try {
            byte[] response =
                    chip.doAA(key, "SHA-256", "SHA256withECDSA", challenge).getResponse();
            return response == null || response.length == 0
                    ? Optional.empty()
                    : Optional.of(ActiveAnswer.of(challenge, response));
        } catch (CardServiceException | RuntimeException refused) {
            if (!card.broken().isEmpty()) {
                throw new DocumentUnreadable(card.broken());
            }
            return Optional.empty();
        }
    }

    /**
     * Chip authentication (ICAO Doc 9303-11, 6.2): both sides agree on new keys for the line, which the chip can only with the private key to the one that
     * the issuer signed. A chip without it says nothing wrong until it has to use them: so a file is read once more.
     *
     * @param known EF.SOD, the file that is read again, as it was
     */
    EvidenceCheck agree(DataGroup14.ChipKey key, byte[] known) throws DocumentUnreadable {
        try {
            chip.doEACCA(key.number().orElse(null), key.protocol().orElse(null), key.keyType(), key.key());
        } catch (CardServiceException | RuntimeException refused) {
            if (!card.broken().isEmpty()) {
                throw new DocumentUnreadable(card.broken());
            }
            return EvidenceCheck.inconclusive(
                    CheckKind.CHIP_GENUINE, "the chip did not go along with chip authentication");
        }
        Optional<byte[]> again = file(PassportService.EF_SOD);
        return again.isPresent() && Arrays.equals(again.get(), known)
                ? EvidenceCheck.passed(
                        CheckKind.CHIP_GENUINE, "the chip used its own key in talking to us (chip authentication)")
                : EvidenceCheck.failed(
                        CheckKind.CHIP_GENUINE,
                        "the chip can't talk under its own key (chip authentication): it is a copy");
    }

    private <T> T take(String otherwise, Step<T> step) throws DocumentUnreadable {
        try {
            return step.take();
        } catch (CardServiceException | IOException | GeneralSecurityException | RuntimeException refused) {
            throw new DocumentUnreadable(card.broken().isEmpty() ? otherwise : card.broken());
        }
    }

    @Override
    public void close() {
        try {
            chip.close();
        } catch (RuntimeException alreadyGone) {
            // There is nothing more to be had of it.
        }
    }
}
