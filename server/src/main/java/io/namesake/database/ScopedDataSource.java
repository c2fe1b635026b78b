package io.namesake.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The pool, whose connections see what the thread that uses them may see. */
final class ScopedDataSource extends DelegatingDataSource implements AutoCloseable {
    private final HikariDataSource pool;

    ScopedDataSource(HikariDataSource pool) {
        super(pool);
        this.pool = pool;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return ScopedConnection.around(pool.getConnection());
    }

    @Override
    public void close() {
        pool.close();
    }
}
