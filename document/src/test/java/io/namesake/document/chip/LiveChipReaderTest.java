package io.namesake.document.chip;

import static io.namesake.document.support.Specimens.CLOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.namesake.document.CheckKind;
import io.namesake.document.DocumentUnreadable;
import io.namesake.document.EvidenceCheck;
import io.namesake.document.EvidenceCheck.Result;
import io.namesake.document.IdentityEvidence;
import io.namesake.document.IdentityEvidence.Standing;
import io.namesake.document.Portrait;
import io.namesake.document.Strength;
import io.namesake.document.card.PlayedChip;
import io.namesake.document.mrz.MrzKey;
import io.namesake.document.specimen.SpecimenAuthority;
import io.namesake.document.specimen.SpecimenAuthority.Algorithm;
import io.namesake.document.specimen.SpecimenChip;
import io.namesake.document.specimen.SpecimenKeys;
import io.namesake.document.support.Specimens;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import net.sf.scuba.smartcards.CardService;
import net.sf.scuba.smartcards.CommandAPDU;
import net.sf.scuba.smartcards.ResponseAPDU;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Chips on a reader, played in memory: genuine ones, copies, and whatever else may lie there. */
class LiveChipReaderTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final SpecimenAuthority AUTHORITY = Specimens.authority(Algorithm.EC_NIST);
    private static final String ZONE = "L898902C3674081223204153";
    private static final MrzKey FIELDS = new MrzKey("L898902C3", "740812", "320415");
    private static final AccessKey KEY = new AccessKey.Zone(FIELDS);

    @ParameterizedTest
    @EnumSource(SpecimenKeys.Kind.class)
    void a_genuine_chip_that_opens_by_its_zone_is_superior_evidence(SpecimenKeys.Kind kind) throws Exception {
        SpecimenKeys keys = SpecimenKeys.make(kind, RANDOM);
        IdentityEvidence evidence = read(chip(keys).with(keys), KEY);
        assertThat(evidence.identity()).contains(Specimens.ANNA);
        assertThat(evidence.missing()).isEmpty();
        assertThat(genuine(evidence).result()).isEqualTo(Result.PASSED);
        assertThat(evidence.strength()).isEqualTo(Strength.SUPERIOR);
    }

    @ParameterizedTest
    @CsvSource({"P-256, 12", "brainpoolP256r1, 13", "P-384, 15", "brainpoolP384r1, 16"})
    void a_chip_that_knows_pace_opens_with_its_card_number_or_its_zone(String curve, int parameters) throws Exception {
        SpecimenKeys keys = SpecimenKeys.make(SpecimenKeys.Kind.EC, RANDOM);
        for (AccessKey key : List.of(AccessKey.CardNumber.of("123456"), KEY)) {
            IdentityEvidence evidence = read(chip(keys).with(keys).withPace(curve, parameters, "123456"), key);
            assertThat(evidence.strength()).isEqualTo(Strength.SUPERIOR);
        }
        assertRefused(
                chip(keys).with(keys).withPace(curve, parameters, "123456"),
                AccessKey.CardNumber.of("123457"),
                "does not open with this key");
    }

    @Test
    void a_portrait_beyond_the_reach_of_short_offsets_is_read_whole() throws Exception {
        byte[] picture = Arrays.copyOf(Specimens.PORTRAIT.bytes(), 70_000);
        Portrait large = Portrait.of(picture);
        Map<String, byte[]> made = SpecimenChip.make(AUTHORITY, Specimens.ANNA, large);
        Map<Integer, byte[]> files = new TreeMap<>(
                Map.of(0x011D, made.get("EF.SOD"), 0x0101, made.get("EF.DG1"), 0x0102, made.get("EF.DG2")));
        IdentityEvidence evidence = read(new PlayedChip(files, ZONE), KEY);
        assertThat(evidence.portrait().orElseThrow().bytes()).isEqualTo(picture);
        assertThat(evidence.strength()).isEqualTo(Strength.STRONG);
    }

    @Test
    void a_chip_without_keys_of_its_own_is_read_and_no_more_than_strong() throws Exception {
        IdentityEvidence evidence = read(new PlayedChip(byIdentifier(Optional.empty()), ZONE), KEY);
        assertThat(genuine(evidence).result()).isEqualTo(Result.NOT_RUN);
        assertThat(evidence.strength()).isEqualTo(Strength.STRONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"L898902C4", "L898902C"})
    void the_zone_of_another_document_opens_nothing(String number) throws Exception {
        SpecimenKeys keys = SpecimenKeys.make(SpecimenKeys.Kind.EC, RANDOM);
        AccessKey another = new AccessKey.Zone(new MrzKey(number, FIELDS.birth(), FIELDS.lastDay()));
        assertRefused(chip(keys).with(keys), another, "does not open with this key");
    }

    @Test
    void a_card_number_does_not_open_an_older_chip() throws Exception {
        SpecimenKeys keys = SpecimenKeys.make(SpecimenKeys.Kind.EC, RANDOM);
        assertRefused(chip(keys).with(keys), AccessKey.CardNumber.of("123456"), "machine-readable zone only");
        assertThatExceptionOfType(DocumentUnreadable.class).isThrownBy(() -> AccessKey.CardNumber.of("12345a"));
    }

    @ParameterizedTest
    @EnumSource(SpecimenKeys.Kind.class)
    void a_copy_has_other_keys_than_those_that_were_signed(SpecimenKeys.Kind kind) throws Exception {
        IdentityEvidence evidence =
                read(chip(SpecimenKeys.make(kind, RANDOM)).with(SpecimenKeys.make(kind, RANDOM)), KEY);
        assertThat(genuine(evidence).result()).isEqualTo(Result.FAILED);
        assertThat(evidence.standing()).isEqualTo(Standing.REFUSED);
    }

    @Test
    void a_copy_that_has_the_one_key_lacks_the_other() throws Exception {
        SpecimenKeys genuine = SpecimenKeys.make(SpecimenKeys.Kind.EC, RANDOM);
        SpecimenKeys other = SpecimenKeys.make(SpecimenKeys.Kind.EC, RANDOM);
        for (SpecimenKeys half : List.of(
                new SpecimenKeys(genuine.active(), other.agreement()),
                new SpecimenKeys(other.active(), genuine.agreement()))) {
            assertThat(read(chip(genuine).with(half), KEY).standing()).isEqualTo(Standing.REFUSED);
        }
    }

    @Test
    void a_copy_that_does_not_answer_at_all_is_not_taken_for_the_chip() throws Exception {
        IdentityEvidence evidence = read(chip(SpecimenKeys.make(SpecimenKeys.Kind.EC, RANDOM)), KEY);
        assertThat(genuine(evidence).result()).isEqualTo(Result.INCONCLUSIVE);
        assertThat(evidence.strength()).isEqualTo(Strength.STRONG);
    }

    @Test
    void a_chip_may_break_off_at_any_command() throws Exception {
        SpecimenKeys keys = SpecimenKeys.make(SpecimenKeys.Kind.EC, RANDOM);
        int commands = commands(keys);
        assertThat(commands).isGreaterThan(15);
        for (int last = 0; last < commands; last++) {
            int most = last;
            AtomicInteger sent = new AtomicInteger();
            assertRefused(
                    disturbed(chip(keys).with(keys), response -> {
                        if (sent.incrementAndGet() > most) {
                            throw new IllegalStateException("removed");
                        }
                        return response;
                    }),
                    KEY,
                    "broke off");
        }
    }

    @Test
    void a_chip_may_answer_garbage_at_any_command() throws Exception {
        SpecimenKeys keys = SpecimenKeys.make(SpecimenKeys.Kind.EC, RANDOM);
        int commands = commands(keys);
        Random dice = new Random(1);
        for (int nonsense = 0; nonsense < 3 * commands; nonsense++) {
            int at = nonsense % commands;
            AtomicInteger sent = new AtomicInteger();
            CardService chip = disturbed(chip(keys).with(keys), response -> {
                if (sent.getAndIncrement() != at) {
                    return response;
                }
                byte[] garbage = new byte[2 + dice.nextInt(300)];
                dice.nextBytes(garbage);
                if (dice.nextBoolean()) {
                    garbage[garbage.length - 2] = (byte) 0x90;
                    garbage[garbage.length - 1] = 0;
                }
                return garbage;
            });
            try {
                assertThat(read(chip, KEY).identity()).isIn(Optional.empty(), Optional.of(Specimens.ANNA));
            } catch (DocumentUnreadable refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
    }

    @Test
    void a_chip_that_never_ends_is_left() throws Exception {
        byte[] endless = {0x77, (byte) 0x83, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 1, 2, 3};
        Map<Integer, byte[]> files = byIdentifier(Optional.empty());
        files.put(0x011D, endless);
        assertRefused(new PlayedChip(files, ZONE), KEY, "more than");

        SpecimenKeys keys = SpecimenKeys.make(SpecimenKeys.Kind.EC, RANDOM);
        AtomicInteger asked = new AtomicInteger();
        InstantSource slow = () -> Instant.EPOCH.plus(Duration.ofSeconds(10L * asked.getAndIncrement()));
        assertThatExceptionOfType(DocumentUnreadable.class)
                .isThrownBy(() -> new LiveChipReader(reader(), RANDOM, slow)
                        .read(chip(keys).with(keys), KEY))
                .withMessageContaining("took longer");
    }

    private interface Disturbance {
        byte[] on(byte[] response);
    }

    private static CardService disturbed(PlayedChip chip, Disturbance disturbance) {
        return new CardService() {
            @Override
            public void open() {
                chip.open();
            }

            @Override
            public boolean isOpen() {
                return chip.isOpen();
            }

            @Override
            public ResponseAPDU transmit(CommandAPDU command) {
                return new ResponseAPDU(disturbance.on(chip.transmit(command).getBytes()));
            }

            @Override
            public byte[] getATR() {
                return new byte[0];
            }

            @Override
            public void close() {
                chip.close();
            }

            @Override
            public boolean isConnectionLost(Exception e) {
                return false;
            }
        };
    }

    /** How many commands a whole reading takes. */
    private static int commands(SpecimenKeys keys) throws DocumentUnreadable {
        AtomicInteger sent = new AtomicInteger();
        read(
                disturbed(chip(keys).with(keys), response -> {
                    sent.incrementAndGet();
                    return response;
                }),
                KEY);
        return sent.get();
    }

    private static PlayedChip chip(SpecimenKeys signed) {
        return new PlayedChip(byIdentifier(Optional.of(signed)), ZONE);
    }

    private static Map<Integer, byte[]> byIdentifier(Optional<SpecimenKeys> keys) {
        Map<Integer, byte[]> files = new TreeMap<>();
        SpecimenChip.make(AUTHORITY, Specimens.ANNA, Specimens.PORTRAIT, keys)
                .forEach((name, file) -> files.put(
                        name.equals("EF.SOD") ? 0x011D : 0x0100 + Integer.parseInt(name.substring("EF.DG".length())),
                        file));
        return files;
    }

    private static ChipReader reader() {
        return new ChipReader(Specimens.trusting(AUTHORITY), List.of(), Profile.STRICT, CLOCK);
    }

    private static IdentityEvidence read(CardService chip, AccessKey key) throws DocumentUnreadable {
        return new LiveChipReader(reader(), RANDOM, CLOCK).read(chip, key);
    }

    private static void assertRefused(CardService chip, AccessKey key, String why) {
        assertThatExceptionOfType(DocumentUnreadable.class)
                .isThrownBy(() -> read(chip, key))
                .withMessageContaining(why);
    }

    private static EvidenceCheck genuine(IdentityEvidence evidence) {
        return evidence.checks().stream()
                .filter(check -> check.kind() == CheckKind.CHIP_GENUINE)
                .findFirst()
                .orElseThrow();
    }
}
