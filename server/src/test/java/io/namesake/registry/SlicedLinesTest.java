package io.namesake.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.MovableClock;
import io.namesake.NamesakeTest;
import io.namesake.access.OperatorId;
import io.namesake.registry.CampaignLines.Slice;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Which lines a campaign goes through. */
@NamesakeTest
class SlicedLinesTest {
    private static final Slice ALL = new Slice(null, null, null);

    /** Nobody else's lines: each test has an operator of its own. */
    private final OperatorId operator = new OperatorId(UUID.randomUUID());

    @Autowired
    CampaignLines slices;

    @Autowired
    Lines lines;

    @Autowired
    LineControl control;

    @Autowired
    Holdings holdings;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private UUID early;
    private UUID late;
    private UUID internet;
    private UUID limited;
    private UUID unverified;
    private Instant between;

    @BeforeEach
    void lines_of_every_kind() {
        early = active(Service.MOBILE, "+8613900210001");
        internet = active(Service.INTERNET, "erika@dsl.example");
        clock.advance(Duration.ofDays(10));
        between = clock.instant();
        clock.advance(Duration.ofDays(10));
        late = active(Service.MOBILE, "+8613900210002");
        limited = active(Service.MOBILE, "+8613900210003");
        unverified = active(Service.MOBILE, "+8613900210004");
        var ended = active(Service.MOBILE, "+8613900210005");
        transaction.executeWithoutResult(_ -> {
            control.limit(limited, UUID.randomUUID(), Set.of(Limit.OUTGOING));
            control.disown(
                    unverified,
                    holdings.current(unverified).orElseThrow().id(),
                    UUID.randomUUID(),
                    EndCause.DISPUTE_UPHELD);
            control.deactivate(
                    ended,
                    UUID.randomUUID(),
                    EndCause.DEACTIVATED,
                    clock.instant().plus(Duration.ofDays(90)));
            lines.reserve(operator, LineIdentifier.parse(Service.MOBILE, "+8613900210006"), UUID.randomUUID());
        });
    }

    @Test
    void without_a_condition_every_line_in_use_is_there_and_no_other() {
        assertSlice(ALL, early, internet, late, limited, unverified);
    }

    @Test
    void each_condition_narrows_it() {
        assertSlice(new Slice(Service.INTERNET, null, null), internet);
        assertSlice(new Slice(Service.FIXED, null, null));
        assertSlice(new Slice(null, LineStatus.ACTIVE, null), early, internet, late);
        assertSlice(new Slice(null, LineStatus.LIMITED, null), limited);
        assertSlice(new Slice(null, LineStatus.UNVERIFIED, null), unverified);
        assertSlice(new Slice(null, LineStatus.DEACTIVATED, null));
        assertSlice(new Slice(Service.MOBILE, LineStatus.ACTIVE, null), early, late);
    }

    @Test
    void last_verified_before_a_moment_or_never() {
        assertSlice(new Slice(null, null, between), early, internet, unverified);
        assertSlice(new Slice(Service.MOBILE, LineStatus.ACTIVE, between), early);
        var after = clock.instant().plus(Duration.ofDays(1));
        assertSlice(new Slice(null, null, after), early, internet, late, limited, unverified);
    }

    @Test
    void page_by_page_each_line_comes_once_in_an_order_that_stays() {
        var all = new ArrayList<UUID>();
        UUID after = null;
        for (var page = slices.page(operator, ALL, null, 2);
                !page.isEmpty();
                page = slices.page(operator, ALL, after, 2)) {
            assertThat(page).hasSizeLessThanOrEqualTo(2);
            all.addAll(page);
            after = page.getLast();
        }
        assertThat(all).doesNotHaveDuplicates().hasSize(5).isEqualTo(slices.page(operator, ALL, null, 100));
    }

    @Test
    void another_operators_lines_are_never_in_it() {
        assertThat(slices.page(new OperatorId(UUID.randomUUID()), ALL, null, 100))
                .isEmpty();
        assertThat(slices.count(new OperatorId(UUID.randomUUID()), ALL)).isZero();
    }

    private void assertSlice(Slice slice, UUID... expected) {
        assertThat(slices.page(operator, slice, null, 100)).containsExactlyInAnyOrder(expected);
        assertThat(slices.count(operator, slice)).isEqualTo(expected.length);
    }

    private UUID active(Service service, String name) {
        var application = UUID.randomUUID();
        var identifier = LineIdentifier.parse(service, name);
        return transaction.execute(_ -> {
            lines.reserve(operator, identifier, application);
            var details = new HolderDetails("Muster", "Erika", "S" + operator.value(), LocalDate.EPOCH);
            return lines.activate(operator, identifier, application, details).id();
        });
    }
}
