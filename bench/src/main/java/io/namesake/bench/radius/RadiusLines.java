package io.namesake.bench.radius;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Fills a running server's database with made-up internet lines, and the tables of rlm_sql with the same users. */
public final class RadiusLines {
    static final String PASSWORD = "pass%05d";
    static final String LINE = "user%05d@bench.example";

    private RadiusLines() {}

    /** @param arguments the database's port, how many lines, schema.sql of rlm_sql, and where to write FreeRADIUS's users file */
    public static void main(String... arguments) throws SQLException, IOException {
        int lines = Integer.parseInt(arguments[1]);
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + arguments[0] + "/postgres", "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute(Files.readString(Path.of(arguments[2])));
            statement.execute("""
                    insert into holder (id, sealed_details, created_at, verified_at) values
                        ('00000000-0000-0000-0000-000000000001', '\\x00', now(), now())""");
            statement.execute("""
                    insert into line (id, operator_id, service, identifier, status, since)
                    select gen_random_uuid(), (select id from operator), 'INTERNET',
                        'user' || lpad(n::text, 5, '0') || '@bench.example', 'PENDING', now()
                    from generate_series(0, %d) n""".formatted(lines - 1));
            statement.execute("""
                    insert into holding (id, line_id, holder_id, held_from, verified_at)
                    select gen_random_uuid(), id, '00000000-0000-0000-0000-000000000001', now(), now() from line""");
            statement.execute("""
                    update line set status = 'ACTIVE', holding_id = holding.id from holding where holding.line_id = line.id""");
            statement.execute("""
                    insert into radcheck (username, attribute, op, value)
                    select identifier, 'Cleartext-Password', ':=', 'pass' || substr(identifier, 5, 5) from line""");
            statement.execute("""
                    create view radius_line as
                    select identifier, case when exists (
                            select from line_limit where line_id = line.id and limitation = 'DATA') then 'garden' else 'open' end
                        as access
                    from line where status = 'ACTIVE' and service = 'INTERNET'""");
            statement.execute("analyze");
        }
        var users = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            users.append(LINE.formatted(i))
                    .append(" Cleartext-Password := \"")
                    .append(PASSWORD.formatted(i))
                    .append("\"\n");
        }
        Files.writeString(Path.of(arguments[3]), users);
    }
}
