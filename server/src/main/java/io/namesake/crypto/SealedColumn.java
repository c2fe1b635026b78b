package io.namesake.crypto;

import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A column that the {@link Vault} seals, in a table whose primary key is a UUID named {@code id}. */
public final class SealedColumn implements Resealable {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z_]{0,62}");

    private final JdbcClient jdbc;
    private final Vault vault;
    private final String table;
    private final String column;
    private final Function<UUID, byte[]> place;

    /**
     * @param table its name, known at compile time
     * @param column its name, likewise
     * @param place the associated data of a row's value
     */
    public SealedColumn(JdbcClient jdbc, Vault vault, String table, String column, Function<UUID, byte[]> place) {
        if (!NAME.matcher(table).matches() || !NAME.matcher(column).matches()) {
            throw new IllegalArgumentException("Not the name of a table and its column");
        }
        this.jdbc = jdbc;
        this.vault = vault;
        this.table = table;
        this.column = column;
        this.place = place;
    }

    @Override
    public String column() {
        return table + "." + column;
    }

    @Override
    public int resealSome(int most) {
        // What another transaction is working on is left for the next time.
        var rows = jdbc.sql("""
                        select id, %1$s as sealed from %2$s
                        where %1$s is not null and substring(%1$s from 1 for 5) <> :primary
                        limit :most for update skip locked
                        """.formatted(column, table))
                .param("primary", vault.primaryPrefix())
                .param("most", most)
                .query((row, index) -> new Row(row.getObject("id", UUID.class), row.getBytes("sealed")))
                .list();
        for (var row : rows) {
            var associatedData = place.apply(row.id());
            jdbc.sql("update %s set %s = :sealed where id = :id".formatted(table, column))
                    .param("sealed", vault.seal(vault.open(row.sealed(), associatedData), associatedData))
                    .param("id", row.id())
                    .update();
        }
        return rows.size();
    }

    private record Row(UUID id, byte[] sealed) {}
}
