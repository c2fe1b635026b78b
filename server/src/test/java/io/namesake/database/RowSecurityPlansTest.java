package io.namesake.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.MigratedDatabase;
import java.sql.Connection;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The rules cost no index: what is asked all the time reads as few rows as before, whatever else is in the tables. */
class RowSecurityPlansTest {
    private static final MigratedDatabase DATABASE = filled();
    private static final UUID OPERATOR = new UUID(0, 1);
    private static final UUID PERSON = UUID.fromString("00000000-0000-0000-0001-000000000007");

    private static MigratedDatabase filled() {
        var database = MigratedDatabase.create();
        var role = new ServerRole(database.dataSource());
        role.prepare();
        var jdbc = database.jdbc();
        // Two operators, and persons with ten lines each, five at either.
        jdbc.sql("""
                        insert into holder (id, sealed_details, created_at)
                        select ('00000000-0000-0000-0001-' || lpad(to_hex(n), 12, '0'))::uuid, 'x', now()
                        from generate_series(0, 1999) n
                        """).update();
        // In one statement, because line and holding refer to each other.
        jdbc.sql("""
                        with numbers as (
                            select n, ('00000000-0000-0000-0002-' || lpad(to_hex(n), 12, '0'))::uuid as line_id,
                                ('00000000-0000-0000-0003-' || lpad(to_hex(n), 12, '0'))::uuid as holding_id,
                                ('00000000-0000-0000-0001-' || lpad(to_hex(n % 2000), 12, '0'))::uuid as holder_id
                            from generate_series(0, 19999) n),
                        lines as (
                            insert into line (id, operator_id, service, identifier, status, since, holding_id)
                            select line_id, ('00000000-0000-0000-0000-' || lpad(to_hex(1 + n / 2000 % 2), 12, '0'))::uuid, 'MOBILE',
                                '+86139' || lpad(n::text, 8, '0'), 'ACTIVE', now(), holding_id
                            from numbers)
                        insert into holding (id, line_id, holder_id, held_from)
                        select holding_id, line_id, holder_id, now() from numbers
                        """).update();
        jdbc.sql("grant select on all tables in schema public to " + ServerRole.NAME)
                .update();
        jdbc.sql("analyze").update();
        return database;
    }

    @Test
    void a_line_by_its_number_is_one_row_of_an_index() throws Exception {
        var plan = plan(
                Scope.ofOperator(OPERATOR),
                "select * from line where operator_id = '%s' and identifier = '+8613900000010'".formatted(OPERATOR));
        assertThat(plan)
                .contains("Index Scan using line_operator_id_identifier_key on line")
                .doesNotContain("Seq Scan");
    }

    @Test
    void the_lines_of_a_person_at_all_operators_are_as_many_rows_as_they_have() throws Exception {
        var plan = plan(Scope.ofPerson(PERSON), """
                with mine as (
                    select holding.* from holding
                    where held_until is null and holder_id = any (array(
                        select '%1$s'::uuid union all
                        select id from holder where representative_id = '%1$s' and organisation_state = 'CONFIRMED'))
                    order by held_from desc, id limit 1000)
                select * from mine join holder on holder.id = mine.holder_id join line on line.id = mine.line_id
                order by mine.held_from desc, mine.id
                """.formatted(PERSON));
        assertThat(plan)
                .contains("on holding", "Index Scan using line_pkey on line")
                .doesNotContain("Seq Scan on holding", "Seq Scan on line");
    }

    @Test
    void both_find_what_they_should() throws Exception {
        assertThat(count(Scope.ofOperator(OPERATOR), "line")).isEqualTo(10_000);
        assertThat(count(Scope.ofPerson(PERSON), "line")).isEqualTo(10);
        assertThat(count(Scope.ofPerson(PERSON), "holding")).isEqualTo(10);
        assertThat(count(Scope.ofOperator(OPERATOR), "holder")).isEqualTo(2000);
        assertThat(count(Scope.NOTHING, "line")).isZero();
    }

    private static String plan(Scope scope, String sql) throws Exception {
        try (var connection = asServer()) {
            return CurrentScope.call(
                    scope,
                    () -> String.join(
                            "\n",
                            client(connection)
                                    .sql("explain " + sql)
                                    .query(String.class)
                                    .list()));
        }
    }

    private static int count(Scope scope, String table) throws Exception {
        try (var connection = asServer()) {
            return CurrentScope.call(
                    scope,
                    () -> client(connection)
                            .sql("select count(*) from " + table)
                            .query(Integer.class)
                            .single());
        }
    }

    private static Connection asServer() throws Exception {
        var connection = DATABASE.dataSource().getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute("set role " + ServerRole.NAME);
        }
        return ScopedConnection.around(connection);
    }

    private static JdbcClient client(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }
}
