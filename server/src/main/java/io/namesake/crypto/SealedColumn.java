package io.namesake.crypto;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A column that the {@link Vault} seals. */
public final class SealedColumn implements Resealable {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z_]{0,62}");

    private final JdbcClient jdbc;
    private final Vault vault;
    private final String table;
    private final String column;
    private final List<String> bound;
    private final Function<List<String>, byte[]> place;

    /**
     * A column of a table whose primary key is a UUID named {@code id}.
     *
     * @param table its name, known at compile time
     * @param column its name, likewise
     * @param place the associated data of a row's value
     */
    public SealedColumn(JdbcClient jdbc, Vault vault, String table, String column, Function<UUID, byte[]> place) {
        this(jdbc, vault, table, column, List.of("id"), values -> place.apply(UUID.fromString(values.getFirst())));
    }

    /**
     * A column whose values are bound to their row by other columns than an id.
     *
     * @param table its name, known at compile time
     * @param column its name, likewise
     * @param bound names of the columns of which the associated data is made, likewise; none of them is ever null
     * @param place the associated data of a row's value, by the values of those columns as text, in the same order
     */
    public SealedColumn(
            JdbcClient jdbc,
            Vault vault,
            String table,
            String column,
            List<String> bound,
            Function<List<String>, byte[]> place) {
        if (Stream.concat(Stream.of(table, column), bound.stream())
                .anyMatch(name -> !NAME.matcher(name).matches())) {
            throw new IllegalArgumentException("Not the name of a table and its columns");
        }
        this.jdbc = jdbc;
        this.vault = vault;
        this.table = table;
        this.column = column;
        this.bound = List.copyOf(bound);
        this.place = place;
    }

    @Override
    public String column() {
        return table + "." + column;
    }

    @Override
    public int resealSome(int most) {
        // What another transaction is working on is left for the next time. A row that is locked stays where it is, so
        // it is
        // found again by its place in the table, whatever its key.
        var rows = jdbc.sql("""
                        select ctid::text as at, %1$s as sealed, %3$s from %2$s
                        where %1$s is not null and substring(%1$s from 1 for 5) <> :primary
                        limit :most for update skip locked
                        """.formatted(
                                column,
                                table,
                                bound.stream().map(name -> name + "::text").collect(Collectors.joining(", "))))
                .param("primary", vault.primaryPrefix())
                .param("most", most)
                .query((row, index) -> row(row))
                .list();
        for (var row : rows) {
            var associatedData = place.apply(row.bound());
            jdbc.sql("update %s set %s = :sealed where ctid = cast(:at as tid)".formatted(table, column))
                    .param("sealed", vault.seal(vault.open(row.sealed(), associatedData), associatedData))
                    .param("at", row.at())
                    .update();
        }
        return rows.size();
    }

    private Row row(ResultSet row) throws SQLException {
        var values = new ArrayList<String>();
        for (int i = 0; i < bound.size(); i++) {
            values.add(row.getString(3 + i));
        }
        return new Row(row.getString("at"), row.getBytes("sealed"), values);
    }

    private record Row(String at, byte[] sealed, List<String> bound) {}
}
