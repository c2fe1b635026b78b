package io.namesake.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A connection that tells PostgreSQL the thread's {@link Scope} before each statement is made.
 *
 * <p>In a transaction the setting is local to it: commit and rollback take it away. Outside of one it belongs to the session, and
 * stays until a statement is made in another scope, whoever has the connection by then. A statement is to be executed in the scope
 * in which it was made, as {@code JdbcClient} does.
 */
final class ScopedConnection implements InvocationHandler {
    private static final String SET =
            "select set_config('namesake.operator', ?, ?), set_config('namesake.person', ?, ?),"
                    + " set_config('namesake.system', ?, ?)";

    private final Connection connection;
    private Scope ofSession = Scope.NOTHING;
    /** Null while the transaction has none of its own. */
    private @Nullable Scope ofTransaction;
    /** After a rollback to a savepoint it is unknown which of the two holds. */
    private boolean unknown;

    private ScopedConnection(Connection connection) {
        this.connection = connection;
    }

    static Connection around(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                ScopedConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new ScopedConnection(connection));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        return switch (method.getName()) {
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "createStatement", "prepareStatement", "prepareCall", "unwrap" -> {
                apply(CurrentScope.get());
                yield delegate(method, arguments);
            }
            case "commit", "setAutoCommit" -> {
                var result = delegate(method, arguments);
                ofTransaction = null;
                unknown = false;
                yield result;
            }
            case "rollback" -> {
                var result = delegate(method, arguments);
                ofTransaction = null;
                unknown = arguments != null;
                yield result;
            }
            default -> delegate(method, arguments);
        };
    }

    private void apply(Scope wanted) throws SQLException {
        var applied = ofTransaction == null ? ofSession : ofTransaction;
        if (!unknown && wanted.equals(applied)) {
            return;
        }
        boolean forSession = connection.getAutoCommit();
        tell(wanted, !forSession);
        if (forSession) {
            ofSession = wanted;
        } else {
            ofTransaction = wanted;
        }
        unknown = false;
    }

    private void tell(Scope scope, boolean local) throws SQLException {
        try (var statement = connection.prepareStatement(SET)) {
            statement.setString(
                    1, scope.operator() == null ? "" : scope.operator().toString());
            statement.setBoolean(2, local);
            statement.setString(3, scope.person() == null ? "" : scope.person().toString());
            statement.setBoolean(4, local);
            statement.setString(5, scope.work());
            statement.setBoolean(6, local);
            statement.execute();
        }
    }

    private @Nullable Object delegate(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
