package io.namesake.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.namesake.access.OperatorId;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Random sequences of what applications do, checked after each step against a model of the rules. */
class LinesModelTest {
    private static final List<LineIdentifier> LINES = Stream.of("+8613800138000", "+8613800138001")
            .map(number -> LineIdentifier.parse(Service.MOBILE, number))
            .toList();
    private static final HolderDetails SOMEBODY = new HolderDetails("Li", "Si", "E12345678", LocalDate.of(1990, 1, 1));

    private static RegistryAlone registry;

    @BeforeContainer
    static void start() throws IOException {
        registry = RegistryAlone.start();
    }

    @AfterContainer
    static void stop() {
        registry.close();
    }

    private enum Act {
        RESERVE,
        VERIFIED,
        REFUSED
    }

    /** One of five applications, for one of two lines, does something. */
    private record Step(Act act, int application, int line) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Act.class),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 1))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }

    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
    void no_line_ever_has_two_holders_or_is_active_without_a_verified_application(@ForAll("steps") List<Step> steps) {
        var trial = new Trial();
        for (var step : steps) {
            switch (step.act()) {
                case RESERVE -> trial.reserve(step.application(), step.line());
                case VERIFIED -> trial.verified(step.application(), step.line());
                case REFUSED -> trial.refused(step.application());
            }
            trial.compareWithRegistry();
        }
    }

    /** The model, and the registry beside it under an operator of its own. */
    private static final class Trial {
        private final Lines lines = registry.bean(Lines.class);
        private final TransactionTemplate transaction = registry.bean(TransactionTemplate.class);
        private final OperatorId operator = new OperatorId(UUID.randomUUID());
        private final List<UUID> applications =
                Stream.generate(UUID::randomUUID).limit(5).toList();

        private final Map<Integer, Integer> askedFor = new HashMap<>();
        private final Set<Integer> givenUp = new HashSet<>();
        private final Map<Integer, Integer> holderOf = new HashMap<>();
        private final Set<UUID> verified = new HashSet<>();

        void reserve(int application, int line) {
            Runnable call = () -> transaction.executeWithoutResult(
                    status -> lines.reserve(operator, LINES.get(line), applications.get(application)));
            if (holderOf.containsKey(line)) {
                assertThatThrownBy(call::run).isInstanceOf(LineTaken.class);
            } else if (askedFor.getOrDefault(application, line) != line) {
                assertThatThrownBy(call::run).isInstanceOf(IllegalStateException.class);
            } else {
                call.run();
                askedFor.put(application, line);
                givenUp.remove(application);
            }
        }

        void verified(int application, int line) {
            Runnable call = () -> transaction.executeWithoutResult(
                    status -> lines.activate(operator, LINES.get(line), applications.get(application), SOMEBODY));
            if (askedFor.getOrDefault(application, -1) != line || givenUp.contains(application)) {
                assertThatThrownBy(call::run).isInstanceOf(IllegalStateException.class);
            } else if (holderOf.getOrDefault(line, application) != application) {
                assertThatThrownBy(call::run).isInstanceOf(LineTaken.class);
            } else {
                verified.add(applications.get(application));
                call.run();
                holderOf.put(line, application);
            }
        }

        void refused(int application) {
            transaction.executeWithoutResult(status -> lines.release(operator, applications.get(application)));
            if (askedFor.containsKey(application)) {
                givenUp.add(application);
            }
        }

        void compareWithRegistry() {
            for (int line = 0; line < LINES.size(); line++) {
                var found = lines.find(operator, LINES.get(line).value());
                assertThat(found.isPresent()).isEqualTo(askedFor.containsValue(line));
                var holder = holderOf.get(line);
                found.ifPresent(known -> {
                    assertThat(known.status()).isEqualTo(holder == null ? LineStatus.PENDING : LineStatus.ACTIVE);
                    if (holder != null) {
                        assertThat(known.applicationId()).isEqualTo(applications.get(holder));
                    }
                });
            }
            // What the database holds, whatever the registry's own queries say.
            var holdings = registry.bean(JdbcClient.class)
                    .sql("""
                            select line.identifier, holding.application_id
                            from line left join holding on holding.line_id = line.id and holding.held_until is null
                            where line.operator_id = :operator and (line.status = 'ACTIVE' or holding.id is not null)
                            """)
                    .param("operator", operator.value())
                    .query((row, number) -> Map.entry(row.getString(1), row.getObject(2, UUID.class)))
                    .list();
            assertThat(holdings)
                    .hasSize(holderOf.size())
                    .extracting(Map.Entry::getKey)
                    .doesNotHaveDuplicates();
            assertThat(verified)
                    .containsAll(holdings.stream().map(Map.Entry::getValue).toList());
        }
    }
}
