package io.namesake.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.MigratedDatabase;
import io.namesake.audit.LogForTests;
import io.namesake.crypto.BlindIndex;
import io.namesake.crypto.RotatedIndex;
import io.namesake.crypto.Vault;
import io.namesake.registry.DigestUse;
import io.namesake.registry.HolderDetails;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Whoever was known is known at every moment while the key of the index is replaced, and when the old one is gone. */
class RemadeIndexTest {
    private static final LocalDate BORN = LocalDate.of(1990, 5, 17);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-28T10:00:00Z"), ZoneOffset.UTC);

    private final MigratedDatabase database = MigratedDatabase.create();
    private final RotatedIndex index = RotatedIndex.make();
    private final Vault vault = RotatedIndex.vault();
    private final JsonMapper json = new JsonMapper();
    private final Server before = new Server(index.before());
    private final Server during = new Server(index.during());
    private final Server after = new Server(index.after());

    /** The classes of a server that has this index. */
    private final class Server {
        final IdentityKeys keys;
        final HolderTable holders;
        final RecognisedHolders people;
        final RemadeIndex remade;

        Server(BlindIndex index) {
            keys = new IdentityKeys(index);
            holders = new HolderTable(database.jdbc(), new HolderSeal(vault, json));
            var sources = new IndexSources(database.jdbc(), keys, vault, json);
            people = new RecognisedHolders(holders, keys, sources, LogForTests.on(database, CLOCK), _ -> {}, CLOCK);
            remade = new RemadeIndex(database.jdbc(), keys, sources, vault, json);
        }

        UUID recognise(HolderDetails person) {
            return database.transaction().execute(_ -> people.recognise(person));
        }

        Optional<UUID> find(HolderDetails person) {
            return database.transaction().execute(_ -> people.find(person));
        }

        int remake(int most) {
            return database.transaction().execute(_ -> remade.resealSome(most));
        }

        void remakeAll() {
            while (remake(7) > 0) {
                // The next few.
            }
        }
    }

    @Test
    void everybody_is_found_by_every_document_while_digests_are_made_anew_and_when_the_old_key_is_gone()
            throws Exception {
        var people = IntStream.range(0, 60).mapToObj(RemadeIndexTest::person).toList();
        var ids = people.stream().map(before::recognise).toList();
        // Some have renewed their document since: their number for life tells who they are, and the old document still
        // does.
        var renewed = IntStream.range(0, 20)
                .mapToObj(i -> with(people.get(i), "N" + i))
                .toList();
        renewed.forEach(before::recognise);

        var remaking = new AtomicBoolean(true);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var lookUps = new ArrayList<Callable<Integer>>();
            for (int thread = 0; thread < 3; thread++) {
                lookUps.add(() -> {
                    int rounds = 0;
                    do {
                        for (int i = 0; i < people.size(); i++) {
                            assertThat(during.find(withoutPersonal(people.get(i))))
                                    .contains(ids.get(i));
                        }
                        rounds++;
                    } while (remaking.get());
                    return rounds;
                });
            }
            lookUps.add(() -> {
                // Verified again meanwhile, some with another new document.
                for (int i = 0; i < people.size(); i++) {
                    assertThat(during.recognise(i % 2 == 0 ? people.get(i) : with(people.get(i), "M" + i)))
                            .isEqualTo(ids.get(i));
                }
                return people.size();
            });
            var running = lookUps.stream().map(threads::submit).toList();
            try {
                during.remakeAll();
            } finally {
                remaking.set(false);
            }
            for (var done : running) {
                assertThat(done.get()).isPositive();
            }
        }
        // What was busy at that moment comes with the next tick.
        during.remakeAll();

        assertThat(uses()).allMatch(use -> index.after().keyId().equals(use.keyId()) && !use.lost());
        for (int i = 0; i < people.size(); i++) {
            assertThat(after.find(withoutPersonal(people.get(i)))).contains(ids.get(i));
        }
        for (int i = 0; i < renewed.size(); i++) {
            assertThat(after.find(withoutPersonal(renewed.get(i)))).contains(ids.get(i));
        }
    }

    @Test
    void what_was_made_anew_stays_so_and_another_server_goes_on_there() throws SQLException {
        IntStream.range(0, 5).mapToObj(RemadeIndexTest::person).forEach(before::recognise);
        assertThat(during.remake(4)).isEqualTo(4);
        assertThat(uses())
                .containsExactlyInAnyOrder(
                        new DigestUse(index.before().keyId(), false, 6),
                        new DigestUse(index.after().keyId(), false, 4));

        new Server(index.during()).remakeAll();

        assertThat(uses()).containsExactly(new DigestUse(index.after().keyId(), false, 10));
    }

    @Test
    void a_server_that_does_not_use_the_next_key_yet_makes_nothing_back() throws SQLException {
        during.recognise(person(1));
        assertThat(new Server(index.prepared()).remake(10)).isZero();
        assertThat(new Server(index.prepared()).find(person(1))).isPresent();
        assertThat(during.remake(10)).isZero();
        assertThat(uses()).containsExactly(new DigestUse(index.after().keyId(), false, 2));
    }

    @Test
    void two_who_turn_out_to_be_one_are_found_by_what_either_showed() {
        var one = new HolderDetails("Maes", "Jan", "A1", BORN, "BEL", null);
        var other = new HolderDetails("Maes", "Jan", "B2", BORN, "BEL", "900517");
        before.recognise(one);
        before.recognise(other);
        var id = before.recognise(new HolderDetails("Maes", "Jan", "A1", BORN, "BEL", "900517"));

        during.remakeAll();

        assertThat(after.find(one)).contains(id);
        assertThat(after.find(withoutPersonal(other))).contains(id);
    }

    @Test
    void of_whom_was_erased_nothing_is_made_anew() throws SQLException {
        var id = before.recognise(person(1));
        before.recognise(person(2));
        database.transaction().execute(_ -> during.holders.erase(id, CLOCK.instant()));

        during.remakeAll();

        assertThat(after.find(person(1))).isEmpty();
        assertThat(uses()).containsExactly(new DigestUse(index.after().keyId(), false, 2));
    }

    @Test
    void digests_of_before_keys_were_noted_are_told_by_the_details_and_the_rest_is_kept_and_counted()
            throws SQLException {
        var id = before.recognise(person(1));
        before.recognise(with(person(1), "RENEWED"));
        database.jdbc()
                .sql("update holder_index set key_id = null, sealed_source = null")
                .update();

        during.remakeAll();

        assertThat(uses())
                .containsExactlyInAnyOrder(
                        new DigestUse(index.after().keyId(), false, 2), new DigestUse(null, true, 1));
        assertThat(after.find(withoutPersonal(with(person(1), "RENEWED")))).contains(id);
        assertThat(during.find(withoutPersonal(person(1)))).contains(id);
        // They show it once more: now it is known what it is made of.
        during.recognise(person(1));
        assertThat(uses()).allMatch(use -> !use.lost());
        assertThat(after.find(withoutPersonal(person(1)))).contains(id);
    }

    private List<DigestUse> uses() throws SQLException {
        try (var connection = database.dataSource().getConnection()) {
            return DigestUse.count(connection);
        }
    }

    private static HolderDetails person(int number) {
        return new HolderDetails("Muster", "Erika", "C" + number, BORN, "UTO", "P" + number);
    }

    private static HolderDetails with(HolderDetails person, String documentNumber) {
        return new HolderDetails(
                person.familyName(),
                person.givenNames(),
                documentNumber,
                person.birthDate(),
                person.issuingState(),
                person.personalNumber());
    }

    private static HolderDetails withoutPersonal(HolderDetails person) {
        return new HolderDetails(
                person.familyName(),
                person.givenNames(),
                person.documentNumber(),
                person.birthDate(),
                person.issuingState(),
                null);
    }
}
