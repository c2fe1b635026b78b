package io.namesake.document.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same damage in every run; {@code scripts/fuzz} looks for more. */
class DoorsTest {
    private static final int TRIES = 60;

    @ParameterizedTest
    @EnumSource
    void every_door_answers_its_seeds_and_what_damage_makes_of_them(Door door) {
        List<byte[]> seeds = Seeds.of(door);
        assertThat(seeds).isNotEmpty();
        Random random = new Random(door.ordinal());
        for (byte[] seed : seeds) {
            door.knock(seed);
            for (int i = 0; i < TRIES / seeds.size(); i++) {
                byte[] damaged = damaged(seed, random);
                assertThatCode(() -> door.knock(damaged))
                        .as(() -> HexFormat.of().formatHex(damaged))
                        .doesNotThrowAnyException();
            }
        }
    }

    private static byte[] damaged(byte[] seed, Random random) {
        byte[] changed = random.nextInt(4) == 0 ? Arrays.copyOf(seed, random.nextInt(seed.length)) : seed.clone();
        for (int i = random.nextInt(4); i >= 0 && changed.length > 0; i--) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        return changed;
    }
}
