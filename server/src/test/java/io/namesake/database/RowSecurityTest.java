package io.namesake.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.namesake.NamesakeTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.ReflectionUtils;

/** The database shows each scope its own rows, and a thread without a scope none (record 34). */
@NamesakeTest
class RowSecurityTest {
    private final UUID one = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationContext context;

    @BeforeEach
    void two_operators_with_a_line_each() {
        for (var operator : new UUID[] {one, other}) {
            jdbc.sql("insert into operator (id, name, created_at) values (:id, :name, now())")
                    .param("id", operator)
                    .param("name", "Operator " + operator)
                    .update();
            line(operator);
        }
    }

    @AfterEach
    void as_before() {
        CurrentScope.set(Scope.ofSystem("test"));
    }

    @Test
    void the_server_works_as_a_role_that_rules_bind_and_that_owns_nothing() {
        assertThat(jdbc.sql("""
                        select current_user = 'namesake_server' and not rolsuper and not rolbypassrls
                          and not exists (select from pg_class where relowner = pg_roles.oid)
                        from pg_roles where rolname = current_user
                        """).query(Boolean.class).single()).isTrue();
        assertThatThrownBy(() -> jdbc.sql("truncate line").update()).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() ->
                        jdbc.sql("alter table line disable row level security").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void without_a_scope_nothing_is_seen() {
        CurrentScope.clear();
        assertThat(lines()).isZero();
        assertThat(transaction.<Integer>execute(_ -> lines())).isZero();
        assertThat(jdbc.sql("select count(*) from operator")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("update line set since = now()").update()).isZero();
        assertThat(jdbc.sql("delete from line").update()).isZero();
    }

    @Test
    void an_operator_sees_its_own_rows_and_writes_no_others() {
        CurrentScope.set(Scope.ofOperator(one));
        assertThat(lines()).isEqualTo(1);
        assertThat(jdbc.sql("select operator_id from line").query(UUID.class).list())
                .containsExactly(one);
        assertThatThrownBy(() -> line(other)).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("update line set operator_id = :other")
                        .param("other", other)
                        .update())
                .as("a row cannot be given away")
                .isInstanceOf(DataAccessException.class);
        assertThat(jdbc.sql("delete from line where operator_id = :other")
                        .param("other", other)
                        .update())
                .isZero();
    }

    @Test
    void a_scope_can_change_within_a_transaction_and_is_gone_after_it() {
        transaction.executeWithoutResult(_ -> {
            CurrentScope.set(Scope.ofOperator(one));
            assertThat(lines()).isEqualTo(1);
            assertThat(CurrentScope.call(Scope.ofSystem("test"), this::lines)).isGreaterThan(1);
            assertThat(lines()).isEqualTo(1);
            CurrentScope.clear();
            assertThat(lines()).isZero();
        });
        assertThat(lines()).isZero();
    }

    @Test
    void a_rollback_to_a_savepoint_takes_the_setting_along_and_it_is_made_again() {
        transaction.executeWithoutResult(status -> {
            CurrentScope.set(Scope.ofOperator(one));
            var savepoint = status.createSavepoint();
            CurrentScope.set(Scope.ofOperator(other));
            assertThat(jdbc.sql("select operator_id from line")
                            .query(UUID.class)
                            .list())
                    .containsExactly(other);
            status.rollbackToSavepoint(savepoint);
            assertThat(jdbc.sql("select operator_id from line")
                            .query(UUID.class)
                            .list())
                    .containsExactly(other);
        });
    }

    @Test
    void whoever_takes_a_connection_from_the_pool_has_nothing_of_its_scope_before() throws Exception {
        for (var scope : List.of(Scope.ofOperator(one), Scope.NOTHING, Scope.ofOperator(other), Scope.ofPerson(one))) {
            // Whichever of the pool's connections it is: all are told something first.
            CurrentScope.set(Scope.ofOperator(one));
            assertThat(everyConnection()).isNotEmpty().allMatch(told(Scope.ofOperator(one))::equals);
            CurrentScope.set(scope);
            assertThat(everyConnection()).isNotEmpty().allMatch(told(scope)::equals);
        }
    }

    /** What each of the pool's connections was told last, once it is used. */
    private List<String> everyConnection() throws SQLException {
        var taken = new ArrayList<Connection>();
        var told = new ArrayList<String>();
        try {
            for (int i = 0; i < dataSource.unwrap(HikariDataSource.class).getMaximumPoolSize(); i++) {
                var connection = dataSource.getConnection();
                taken.add(connection);
                try (var statement = connection.createStatement();
                        var row = statement.executeQuery(
                                "select concat_ws('/', current_setting('namesake.operator', true),"
                                        + " current_setting('namesake.person', true), current_setting('namesake.system', true))")) {
                    assertThat(row.next()).isTrue();
                    told.add(row.getString(1));
                }
            }
        } finally {
            for (var connection : taken) {
                connection.close();
            }
        }
        return told;
    }

    private static String told(Scope scope) {
        return Objects.toString(scope.operator(), "") + "/" + Objects.toString(scope.person(), "") + "/" + scope.work();
    }

    @Test
    void every_piece_of_scheduled_work_gets_a_scope() {
        var scheduled = Arrays.stream(context.getBeanDefinitionNames())
                .map(context::getBean)
                .filter(bean -> AopUtils.getTargetClass(bean).getName().startsWith("io.namesake"))
                .filter(bean -> Arrays.stream(ReflectionUtils.getAllDeclaredMethods(AopUtils.getTargetClass(bean)))
                        .anyMatch(method -> AnnotatedElementUtils.hasAnnotation(method, Scheduled.class)))
                .toList();
        assertThat(scheduled).hasSizeGreaterThan(7).allMatch(AopUtils::isAopProxy);
    }

    private int lines() {
        return jdbc.sql("select count(*) from line").query(Integer.class).single();
    }

    private void line(UUID operator) {
        jdbc.sql("""
                        insert into line (id, operator_id, service, identifier, status, since)
                        values (:id, :operator, 'INTERNET', :name, 'PENDING', :now)
                        """)
                .param("id", UUID.randomUUID())
                .param("operator", operator)
                .param("name", UUID.randomUUID() + "@tenancy.example")
                .param("now", SqlTime.of(Instant.now()))
                .update();
    }
}
