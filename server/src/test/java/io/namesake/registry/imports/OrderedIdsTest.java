package io.namesake.registry.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.MovableClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrderedIdsTest {
    private final MovableClock clock = new MovableClock();
    private final OrderedIds ids = new OrderedIds(clock, new SecureRandom());

    @Test
    void they_are_uuids_of_version_7_and_no_two_are_the_same() {
        assertThat(Stream.generate(ids::next).limit(10_000))
                .allSatisfy(id -> {
                    assertThat(id.version()).isEqualTo(7);
                    assertThat(id.variant()).isEqualTo(2);
                })
                .doesNotHaveDuplicates();
    }

    @Test
    void a_later_one_sorts_behind_an_earlier_one_as_the_database_sorts() {
        UUID before = ids.next();
        clock.advance(Duration.ofMillis(2));
        assertThat(ids.next().toString()).isGreaterThan(before.toString());
    }
}
