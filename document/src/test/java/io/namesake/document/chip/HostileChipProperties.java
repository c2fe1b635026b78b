package io.namesake.document.chip;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.document.DocumentUnreadable;
import io.namesake.document.IdentityEvidence.Standing;
import io.namesake.document.specimen.SpecimenAuthority;
import io.namesake.document.specimen.SpecimenAuthority.Algorithm;
import io.namesake.document.support.Specimens;
import io.namesake.document.trust.Certificates;
import io.namesake.document.trust.MasterList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever the bytes are, the answer is evidence or a refusal that says why, and soon. */
class HostileChipProperties {
    private static final SpecimenAuthority AUTHORITY = Specimens.authority(Algorithm.EC_NIST);
    private static final Map<Integer, byte[]> FILES = Specimens.files(AUTHORITY);
    private static final ChipReader READER =
            new ChipReader(Specimens.trusting(AUTHORITY), List.of(), Profile.RELAXED, Specimens.CLOCK);

    @Property(tries = 20_000)
    void a_damaged_file_is_refused_or_not_authenticated_and_never_an_accident(
            @ForAll @IntRange(max = 2) int file, @ForAll @IntRange(min = 1, max = 8) int places, @ForAll long seed) {
        Map<Integer, byte[]> files = Specimens.copy(FILES);
        files.put(file, damaged(files.get(file), places, new Random(seed)));
        try {
            Standing standing = READER.read(Specimens.chip(files)).standing();
            // A few bytes of EF.SOD are outside of what is signed (its version, the list of algorithms); the files are
            // all inside.
            assertThat(file == 0 || standing != Standing.AUTHENTICATED).isTrue();
        } catch (DocumentUnreadable refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    @Property(tries = 1_000)
    void any_bytes_may_come(@ForAll byte[] bytes) {
        accept(() -> new ChipInput().add(bytes).files());
        accept(() -> READER.read(Specimens.chip(Map.of(0, bytes))));
        accept(() -> READER.read(Specimens.chip(Map.of(1, bytes))));
        accept(() -> READER.read(Specimens.chip(Map.of(2, bytes))));
        accept(() -> Certificates.certificate(bytes));
        accept(() -> Certificates.revocations(bytes));
        accept(() -> MasterList.read(bytes));
    }

    private interface Reading {
        Object read() throws DocumentUnreadable;
    }

    private static void accept(Reading reading) {
        try {
            assertThat(reading.read()).isNotNull();
        } catch (DocumentUnreadable refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    /** Flips bytes, and now and then cuts the end off. */
    private static byte[] damaged(byte[] file, int places, Random random) {
        byte[] changed = file.clone();
        for (int i = 0; i < places; i++) {
            changed[random.nextInt(changed.length)] ^= (byte) (1 + random.nextInt(255));
        }
        if (Arrays.equals(changed, file)) {
            changed[0] ^= 1;
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(changed, random.nextInt(changed.length)) : changed;
    }
}
