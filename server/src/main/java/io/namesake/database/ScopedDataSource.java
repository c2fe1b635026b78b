package io.namesake.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * New connections, which see what the thread that uses them may see. It lies under the pool, so that a connection remembers what the
 * database was told last: whoever takes it next in the same scope tells it nothing.
 */
final class ScopedDataSource extends DelegatingDataSource {

    ScopedDataSource(DataSource target) {
        super(target);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return ScopedConnection.around(super.getConnection());
    }
}
