package io.namesake.bench.registry;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Remembers the last statement that was prepared, so that a plan shown is the plan of what is asked and of nothing like it. */
final class AskedSql extends DelegatingDataSource {
    private volatile String last = "";

    AskedSql(DataSource database) {
        super(database);
    }

    /** With {@code $1} and so on in its parameters' places, as PostgreSQL's {@code explain (generic_plan)} takes it. */
    String last() {
        StringBuilder numbered = new StringBuilder();
        int parameter = 0;
        for (char c : last.toCharArray()) {
            if (c == '?') {
                numbered.append('$').append(++parameter);
            } else {
                numbered.append(c);
            }
        }
        return numbered.toString();
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> call(connection, method, arguments));
    }

    private Object call(Connection connection, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("prepareStatement")) {
            last = (String) arguments[0];
        }
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
