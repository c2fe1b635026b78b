package io.namesake.registry.imports;

import io.namesake.registry.HolderDetails;
import io.namesake.registry.internal.HolderSeal;
import io.namesake.registry.internal.IdentityKeys;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who the holders of a batch are: persons known before, or new ones, each once. A person is known by the keyed hashes of
 * {@link IdentityKeys} and by nothing else. What is known of anybody stays as it is; only somebody who was never verified gets
 * the further hashes of a row, since an operator's records must not tie a document to a verified person.
 */
final class KnownHolders {

    /** @param verified whether somebody has verified them; then no row adds to what is known */
    private record Person(UUID id, HolderDetails details, boolean verified, Set<String> hashes) {}

    private final Map<String, List<Person>> byHash = new HashMap<>();
    private final List<PreparedRow> added = new ArrayList<>();
    private final List<Hash> hashes = new ArrayList<>();

    /** A hash to keep for a holder. */
    record Hash(String value, UUID holder) {}

    /** Looks up all persons of the rows at once. */
    static KnownHolders of(Collection<PreparedRow> rows, JdbcClient jdbc, HolderSeal seal) {
        var known = new KnownHolders();
        var wanted = new HashSet<String>();
        rows.forEach(row -> wanted.addAll(row.find()));
        var persons = new HashMap<UUID, Person>();
        jdbc.sql("""
                        select holder_index.value, holder.id, holder.sealed_details, holder.verified_at is not null as verified
                        from holder_index join holder on holder.id = holder_index.holder_id
                        where holder_index.value = any (:values) and holder.erased_at is null
                        order by holder.created_at, holder.id
                        """).param("values", wanted.toArray(String[]::new)).query(row -> {
            var id = row.getObject("id", UUID.class);
            var person = persons.get(id);
            if (person == null) {
                var details = seal.opened(id, row.getBytes("sealed_details"));
                person = new Person(id, details, row.getBoolean("verified"), new LinkedHashSet<>());
                persons.put(id, person);
            }
            known.note(person, row.getString("value"));
        });
        return known;
    }

    private void note(Person person, String hash) {
        person.hashes().add(hash);
        byHash.computeIfAbsent(hash, key -> new ArrayList<>(1)).add(person);
    }

    /** Who the row's holder is, if known by now. */
    Optional<UUID> find(PreparedRow row) {
        return person(row).map(Person::id);
    }

    /** Who the row's holder is from now on. */
    UUID findOrAdd(PreparedRow row) {
        var person = person(row).orElseGet(() -> {
            added.add(row);
            return new Person(row.newHolder(), row.line().holder(), false, new LinkedHashSet<>());
        });
        if (!person.verified()) {
            row.keep().stream().filter(hash -> !person.hashes().contains(hash)).forEach(hash -> {
                hashes.add(new Hash(hash, person.id()));
                note(person, hash);
            });
        }
        return person.id();
    }

    private Optional<Person> person(PreparedRow row) {
        return row.find().stream()
                .flatMap(hash -> byHash.getOrDefault(hash, List.of()).stream())
                .filter(person ->
                        IdentityKeys.compatible(person.details(), row.line().holder()))
                .findFirst();
    }

    /** The rows whose holder was not known before. */
    List<PreparedRow> added() {
        return added;
    }

    /** The hashes that were not known before. */
    List<Hash> hashes() {
        return hashes;
    }
}
