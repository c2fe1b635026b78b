package io.namesake.audit;

import io.namesake.MigratedDatabase;
import io.namesake.audit.merkle.Hash;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Opens to the tests of the packages below what only this one sees. */
public final class LogForTests {

    private LogForTests() {}

    public static AuditLog on(MigratedDatabase database, Clock clock) {
        return new HashLinkedLog(database.jdbc(), database.transactions(), clock);
    }

    /** The same entries with other hashes: each is linked anew to the one before it. */
    public static List<EntryLine> chainedAnew(Hash before, List<EntryLine> entries) {
        var chained = new ArrayList<EntryLine>();
        var hash = before;
        for (var entry : entries) {
            var next = entry.hashAfter(hash);
            chained.add(new EntryLine(
                    entry.seq(),
                    entry.at(),
                    entry.operator(),
                    entry.type(),
                    entry.subject(),
                    entry.details(),
                    hash.hex(),
                    next.hex()));
            hash = next;
        }
        return chained;
    }
}
