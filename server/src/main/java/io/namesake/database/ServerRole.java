package io.namesake.database;

import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The role in which the server works: neither a superuser nor the owner of the tables, so that row-level security holds for it.
 * The owner, whose name and password are configured, migrates the tables and lends the role what it needs.
 */
final class ServerRole {
    static final String NAME = "namesake_server";
    /** Roles belong to a whole PostgreSQL, and several servers may start on it at once. Any number that nobody else locks. */
    private static final long LOCK = 440;

    private final JdbcClient owner;
    private final TransactionTemplate transaction;

    ServerRole(DataSource owner) {
        this.owner = JdbcClient.create(owner);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(owner));
    }

    /**
     * Makes the role where it is missing, and lets the owner take it.
     *
     * @throws IllegalStateException when it is missing, or is not the owner's to take, and the owner may not change that
     */
    void prepare() {
        transaction.executeWithoutResult(status -> {
            lock();
            if (usable()) {
                return;
            }
            try {
                if (!exists()) {
                    owner.sql("create role " + NAME + " nologin nosuperuser nobypassrls nocreatedb nocreaterole")
                            .update();
                }
                owner.sql("grant " + NAME + " to current_user").update();
            } catch (DataAccessException e) {
                // Without the cause, which may repeat the address.
                throw new IllegalStateException("The database's user may not make the role in which the server works."
                        + " Let an administrator run: create role " + NAME + " nologin; grant " + NAME
                        + " to <the user of NAMESAKE_DATABASE_URL>;");
            }
        });
        if (unbound()) {
            throw new IllegalStateException("The role " + NAME
                    + " is a superuser or may bypass row-level security, and so could see every operator's rows at once;"
                    + " let an administrator run: alter role " + NAME + " nosuperuser nobypassrls;");
        }
    }

    /** Lends it what it needs in the migrated tables: rows, and neither their form nor their rules. */
    void grant() {
        transaction.executeWithoutResult(status -> {
            lock();
            owner.sql("grant usage on schema public to " + NAME).update();
            owner.sql("grant select, insert, update, delete on all tables in schema public to " + NAME)
                    .update();
            owner.sql("grant usage, select on all sequences in schema public to " + NAME)
                    .update();
            owner.sql("revoke insert, update, delete on flyway_schema_history, deployment_mark from " + NAME)
                    .update();
        });
    }

    private void lock() {
        owner.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((row, number) -> number)
                .single();
    }

    private boolean exists() {
        return owner.sql("select exists (select from pg_roles where rolname = :role)")
                .param("role", NAME)
                .query(Boolean.class)
                .single();
    }

    private boolean usable() {
        return exists()
                && owner.sql("select pg_has_role(current_user, :role, 'SET')")
                        .param("role", NAME)
                        .query(Boolean.class)
                        .single();
    }

    private boolean unbound() {
        return owner.sql("select rolsuper or rolbypassrls from pg_roles where rolname = :role")
                .param("role", NAME)
                .query(Boolean.class)
                .single();
    }
}
