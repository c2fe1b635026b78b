package io.namesake.document.card;

import static io.namesake.document.card.SecureLine.join;
import static io.namesake.document.card.SecureLine.object;

import io.namesake.document.specimen.SpecimenKeys;
import io.namesake.document.trust.Crypto;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import net.sf.scuba.smartcards.CardService;
import net.sf.scuba.smartcards.CommandAPDU;
import net.sf.scuba.smartcards.ResponseAPDU;
import org.bouncycastle.jce.interfaces.ECPrivateKey;
import org.bouncycastle.jce.spec.ECPublicKeySpec;

/** A whole chip: answers commands as a passport's does. Commands with an extended length are taken, chained ones are not sent by the reader's library. */
public class PlayedChip extends CardService {
    private static final int OK = 0x9000;
    private static final int NOT_FOUND = 0x6A82;
    private static final int NOT_ALLOWED = 0x6982;
    private static final int WRONG = 0x6300;
    private static final int LINE_BROKEN = 0x6988;
    private static final int CARD_ACCESS = 0x011C;

    private final Map<Integer, byte[]> files = new TreeMap<>();
    private final byte[] zoneSeed;
    private final SecureRandom random = new SecureRandom();
    private final byte[] challenge = new byte[8];
    private Optional<SpecimenKeys> keys = Optional.empty();
    private Optional<String> paceCurve = Optional.empty();
    private byte[] cardNumber = {};
    private PlayedPace pace;
    private SecureLine line;
    private SecureLine nextLine;
    private int selected;
    private boolean open;

    /**
     * @param files by their identifiers
     * @param zone number, birth date and last day, each with its check digit
     */
    public PlayedChip(Map<Integer, byte[]> files, String zone) {
        this.files.putAll(files);
        this.zoneSeed = ChipKeys.zone(zone);
    }

    /** Gives it keys of its own. */
    public PlayedChip with(SpecimenKeys own) {
        keys = Optional.of(own);
        return this;
    }

    /** Lets it open by PACE only. */
    public PlayedChip withPace(String curve, int parameters, String number) {
        paceCurve = Optional.of(curve);
        cardNumber = number.getBytes(StandardCharsets.US_ASCII);
        byte[] protocol = {0x06, 0x0A, 0x04, 0x00, 0x7F, 0x00, 0x07, 0x02, 0x02, 0x04, 0x02, 0x02};
        byte[] info = join(protocol, new byte[] {2, 1, 2}, new byte[] {2, 1, (byte) parameters});
        files.put(CARD_ACCESS, object(0x31, object(0x30, info)));
        return this;
    }

    @Override
    public ResponseAPDU transmit(CommandAPDU command) {
        byte[] header = {
            (byte) command.getCLA(), (byte) command.getINS(), (byte) command.getP1(), (byte) command.getP2()
        };
        try {
            if ((command.getCLA() & 0x0C) != 0x0C) {
                return new ResponseAPDU(answer(header, command.getData(), command.getNe(), null));
            }
            if (line == null) {
                return status(LINE_BROKEN);
            }
            SecureLine used = line;
            SecureLine.Plain plain = used.open(header, command.getData());
            ResponseAPDU response = new ResponseAPDU(answer(header, plain.data(), plain.expected(), used));
            if (nextLine != null) {
                line = nextLine;
                nextLine = null;
            }
            return response;
        } catch (GeneralSecurityException | RuntimeException wrong) {
            line = null;
            return status(LINE_BROKEN);
        }
    }

    private static ResponseAPDU status(int status) {
        return new ResponseAPDU(new byte[] {(byte) (status >> 8), (byte) status});
    }

    private byte[] answer(byte[] header, byte[] data, int expected, SecureLine used) throws GeneralSecurityException {
        int instruction = header[1] & 0xFF;
        return switch (instruction) {
            case 0xA4 -> reply(used, new byte[0], select(header, data));
            case 0xB0, 0xB1 -> read(header, data, expected, used);
            case 0x84 -> {
                random.nextBytes(challenge);
                yield reply(used, challenge, OK);
            }
            case 0x82 -> basicAccess(data);
            case 0x22 -> reply(used, new byte[0], manage(header, data));
            case 0x86 -> generalAuthenticate(data, used);
            case 0x88 ->
                keys.isEmpty()
                        ? reply(used, new byte[0], NOT_ALLOWED)
                        : reply(used, keys.get().answer(data, random).response(), OK);
            default -> reply(used, new byte[0], 0x6D00);
        };
    }

    private byte[] reply(SecureLine used, byte[] data, int status) throws GeneralSecurityException {
        return used == null
                ? join(data, new byte[] {(byte) (status >> 8), (byte) status})
                : used.close(data, status, 0x87);
    }

    private int select(byte[] header, byte[] data) {
        if (header[2] == 4 || data.length != 2) {
            return OK;
        }
        int file = (data[0] & 0xFF) << 8 | data[1] & 0xFF;
        if (file == 0x3F00) {
            return OK;
        }
        if (!files.containsKey(file)) {
            return NOT_FOUND;
        }
        if (file != CARD_ACCESS && line == null) {
            return NOT_ALLOWED;
        }
        selected = file;
        return OK;
    }

    private byte[] read(byte[] header, byte[] data, int expected, SecureLine used) throws GeneralSecurityException {
        boolean odd = (header[1] & 0xFF) == 0xB1;
        int offset = (header[2] & 0xFF) << 8 | header[3] & 0xFF;
        if (odd) {
            offset = new BigInteger(1, Arrays.copyOfRange(data, 2, data.length)).intValue();
        }
        byte[] file = file(selected);
        if (offset > file.length) {
            return reply(used, new byte[0], 0x6B00);
        }
        // The object around the part takes room too.
        int room = odd ? expected - 3 : expected;
        byte[] part = Arrays.copyOfRange(file, offset, Math.min(file.length, offset + room));
        if (!odd) {
            return reply(used, part, OK);
        }
        return used == null
                ? join(object(0x53, part), new byte[] {(byte) 0x90, 0})
                : used.close(object(0x53, part), OK, 0x85);
    }

    /** What a file holds; a chip that lies overrides it. */
    protected byte[] file(int identifier) {
        return files.get(identifier);
    }

    /** BAC (ICAO Doc 9303-11, 4.3.3): who knows the zone can tell the chip's own random numbers. */
    private byte[] basicAccess(byte[] data) throws GeneralSecurityException {
        byte[] encryption = ChipKeys.derive(Arrays.copyOf(zoneSeed, 16), ChipKeys.ENCRYPTION);
        byte[] authentication = ChipKeys.derive(Arrays.copyOf(zoneSeed, 16), ChipKeys.AUTHENTICATION);
        byte[] hidden = Arrays.copyOf(data, 32);
        byte[] mac = SecureLine.retailMac(authentication, SecureLine.padded(hidden, 8));
        byte[] plain = SecureLine.tripleDes(Cipher.DECRYPT_MODE, encryption, hidden);
        if (paceCurve.isPresent()
                || !Arrays.equals(mac, Arrays.copyOfRange(data, 32, 40))
                || !Arrays.equals(challenge, Arrays.copyOfRange(plain, 8, 16))) {
            return reply(null, new byte[0], WRONG);
        }
        byte[] own = new byte[16];
        random.nextBytes(own);
        byte[] theirs = Arrays.copyOfRange(plain, 16, 32);
        byte[] seed = new byte[16];
        for (int i = 0; i < seed.length; i++) {
            seed[i] = (byte) (own[i] ^ theirs[i]);
        }
        byte[] answer =
                SecureLine.tripleDes(Cipher.ENCRYPT_MODE, encryption, join(challenge, Arrays.copyOf(plain, 8), own));
        line = new SecureLine(
                false,
                ChipKeys.derive(seed, ChipKeys.ENCRYPTION),
                ChipKeys.derive(seed, ChipKeys.AUTHENTICATION),
                join(Arrays.copyOfRange(challenge, 4, 8), Arrays.copyOfRange(plain, 4, 8)));
        return reply(null, join(answer, SecureLine.retailMac(authentication, SecureLine.padded(answer, 8))), OK);
    }

    private int manage(byte[] header, byte[] data) {
        boolean access = (header[2] & 0xFF) == 0xC1;
        if (!access) {
            return keys.isPresent() ? OK : NOT_FOUND;
        }
        if (paceCurve.isEmpty()) {
            return NOT_FOUND;
        }
        // The reference of the password: 1 the zone, 2 the card access number.
        boolean byZone = data[2 + data[1] + 2] == 1;
        pace = new PlayedPace(paceCurve.get(), byZone ? zoneSeed : cardNumber, random);
        return OK;
    }

    private byte[] generalAuthenticate(byte[] data, SecureLine used) throws GeneralSecurityException {
        byte[] content = Arrays.copyOfRange(data, data[1] == (byte) 0x81 ? 3 : 2, data.length);
        if (used == null) {
            byte[] answer = pace.step(content);
            if ((answer[0] & 0xFF) == 0x86) {
                line = pace.line();
            }
            return reply(null, object(0x7C, answer), OK);
        }
        nextLine = SecureLine.aes(agree(Arrays.copyOfRange(content, 2, content.length)));
        return reply(used, object(0x7C, new byte[0]), OK);
    }

    private byte[] agree(byte[] point) throws GeneralSecurityException {
        PrivateKey own = keys.orElseThrow().agreement().getPrivate();
        var curve = ((ECPrivateKey) own).getParameters();
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH", Crypto.PROVIDER);
        agreement.init(own);
        agreement.doPhase(
                KeyFactory.getInstance("EC", Crypto.PROVIDER)
                        .generatePublic(new ECPublicKeySpec(curve.getCurve().decodePoint(point), curve)),
                true);
        return agreement.generateSecret();
    }

    @Override
    public void open() {
        open = true;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public byte[] getATR() {
        return new byte[0];
    }

    @Override
    public void close() {
        open = false;
    }

    @Override
    public boolean isConnectionLost(Exception e) {
        return false;
    }
}
