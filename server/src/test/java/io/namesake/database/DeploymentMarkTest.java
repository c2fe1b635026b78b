package io.namesake.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.namesake.MigratedDatabase;
import io.namesake.NamesakeServer;
import io.namesake.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database is a sandbox's or a real one's from its first start on, and for good. */
class DeploymentMarkTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_server_of_the_other_kind_is_refused_and_one_of_the_same_is_not(boolean sandbox) {
        var mark = new DeploymentMark(MigratedDatabase.create().dataSource());
        mark.require(sandbox);
        assertThatCode(() -> mark.require(sandbox)).doesNotThrowAnyException();
        assertThatThrownBy(() -> mark.require(!sandbox))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("NAMESAKE_SANDBOX_ENABLED");
        // Trying did not change anything.
        assertThatCode(() -> mark.require(sandbox)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update deployment_mark set sandbox = not sandbox",
                "delete from deployment_mark",
                "truncate deployment_mark"
            })
    void nobody_changes_the_mark(String statement) {
        var database = MigratedDatabase.create();
        new DeploymentMark(database.dataSource()).require(true);
        assertThatThrownBy(() -> database.jdbc().sql(statement).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("never changed");
    }

    @Test
    void a_database_that_was_in_use_before_there_were_marks_is_a_real_one() {
        var address = TestDatabase.newDatabase();
        var source = new DriverManagerDataSource(address, "postgres", "");
        Flyway.configure().dataSource(source).target("466").load().migrate();
        JdbcClient.create(source)
                .sql("insert into operator (id, name, created_at) values (gen_random_uuid(), 'A real one', now())")
                .update();
        Flyway.configure().dataSource(source).load().migrate();
        assertThatThrownBy(() -> new DeploymentMark(source).require(true)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_server_does_not_start_on_a_database_of_the_other_kind() {
        var address = TestDatabase.newDatabase();
        var source = new DriverManagerDataSource(address, "postgres", "");
        Flyway.configure().dataSource(source).load().migrate();
        new DeploymentMark(source).require(false);
        assertThatThrownBy(() -> new SpringApplicationBuilder(NamesakeServer.class)
                        .initializers(TestDatabase.named(address))
                        .run("--server.port=0", "--namesake.sandbox.enabled=true"))
                .rootCause()
                .hasMessageContaining("never becomes a sandbox");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTPS", "MOSIP"})
    void a_sandbox_asks_no_authority_of_the_real_world(String kind) {
        refused("no authority is asked", "--namesake.sandbox.enabled=true", "--namesake.authority.kind=" + kind);
    }

    @Test
    void the_sandboxs_register_is_asked_by_no_other_server() {
        refused("goes with namesake.sandbox.enabled only", "--namesake.authority.kind=SANDBOX");
    }

    private static void refused(String why, String... settings) {
        assertThatThrownBy(() -> new SpringApplicationBuilder(NamesakeServer.class)
                        .initializers(TestDatabase.named("jdbc:postgresql://localhost:1/nowhere"))
                        .run(settings))
                .hasMessageContaining(why);
    }
}
