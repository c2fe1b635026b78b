package io.namesake.privacy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.MigratedDatabase;
import io.namesake.MovableClock;
import io.namesake.audit.LogForTests;
import io.namesake.privacy.Expiring;
import io.namesake.privacy.KeptData;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RetentionClockTest {
    private final MigratedDatabase database = MigratedDatabase.create();
    private final MovableClock time = new MovableClock();

    @Test
    void a_kind_that_cannot_be_erased_keeps_no_other_from_its_time() {
        var left = new AtomicInteger(2);
        var clock = new RetentionClock(
                List.of(
                        kind(KeptData.CASES, () -> {
                            throw new IllegalStateException("something refers to it");
                        }),
                        kind(KeptData.CONSENTS, () -> left.getAndDecrement() > 0 ? 1 : 0)),
                LogForTests.on(database, time),
                database.transaction(),
                time);

        clock.tick();

        assertThat(database.jdbc()
                        .sql("select subject_id || ' ' || details from audit_entry order by seq")
                        .query(String.class)
                        .list())
                .containsExactly("consents {\"count\":\"1\"}", "consents {\"count\":\"1\"}");
    }

    private interface Erasing {
        int some();
    }

    private static Expiring kind(KeptData kind, Erasing erasing) {
        return new Expiring() {
            @Override
            public KeptData kind() {
                return kind;
            }

            @Override
            public int eraseSome(Instant now, int most) {
                return erasing.some();
            }
        };
    }
}
