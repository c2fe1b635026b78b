package io.namesake.registry.internal;

import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditLog;
import io.namesake.database.AcrossOperators;
import io.namesake.registry.HolderDetails;
import io.namesake.registry.Holders;
import io.namesake.registry.HoldersMerged;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Knows a person again by what their document says. */
@Component
@AcrossOperators(because = "one person is one holder, whatever operator's lines they hold")
class RecognisedHolders implements Holders {
    private final HolderTable holders;
    private final IdentityKeys keys;
    private final IndexSources sources;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RecognisedHolders(
            HolderTable holders,
            IdentityKeys keys,
            IndexSources sources,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.holders = holders;
        this.keys = keys;
        this.sources = sources;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID recognise(HolderDetails verified) {
        var now = clock.instant();
        var known = known(verified);
        var same = known.isEmpty()
                ? known
                : holders.locked(known.stream().map(HolderTable.Row::id).toList());
        if (same.isEmpty()) {
            var id = holders.add(verified, now, now);
            holders.index(id, keys.toKeep(verified), keys.keyId(), now);
            return id;
        }
        var id = same.getFirst().id();
        same.forEach(row -> sources.keep(row, verified));
        same.stream().skip(1).forEach(other -> merge(other.id(), id, now));
        holders.verified(id, verified, now);
        holders.index(id, keys.toKeep(verified), keys.keyId(), now);
        holders.forget(id, madeByOtherKeys(verified));
        return id;
    }

    /** The digests that those of today replace, while an old key of the index is still searched for. */
    private List<String> madeByOtherKeys(HolderDetails verified) {
        var kept = keys.toKeep(verified);
        return keys.toFind(verified).stream()
                .filter(value -> !kept.contains(value))
                .toList();
    }

    /** Who it would be, without noting anything; others wait until the transaction ends. */
    Optional<UUID> find(HolderDetails verified) {
        return known(verified).stream().map(HolderTable.Row::id).findFirst();
    }

    private List<HolderTable.Row> known(HolderDetails verified) {
        var wanted = keys.toFind(verified);
        holders.lock(wanted);
        return holders.under(wanted).stream()
                .filter(row -> IdentityKeys.compatible(row.details(), verified))
                .toList();
    }

    private void merge(UUID from, UUID into, Instant now) {
        holders.merge(from, into, now);
        events.publishEvent(new HoldersMerged(from, into));
        audit.append(new AuditEntry(null, "holder.merged", from.toString(), Map.of("into", into.toString())));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Instant> verifiedAt(UUID holderId) {
        return holders.find(holderId).flatMap(row -> Optional.ofNullable(row.verifiedAt()));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isDeceased(UUID holderId) {
        return holders.isDeceased(holderId);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<HolderDetails> details(UUID holderId) {
        return holders.find(holderId).map(HolderTable.Row::details);
    }
}
