package io.namesake.audit;

import java.sql.Connection;
import java.sql.SQLException;

/** Reads several tables as they are at one moment: a log that grows meanwhile would look damaged. */
final class OneMoment {

    private OneMoment() {}

    /** What is done with a connection. @param <T> what comes out @param <X> what else can fail */
    @FunctionalInterface
    interface Reading<T, X extends Exception> {
        T read(Connection connection) throws SQLException, X;
    }

    /** Gives the connection back as it was. */
    static <T, X extends Exception> T read(Connection connection, Reading<T, X> reading) throws SQLException, X {
        boolean autoCommit = connection.getAutoCommit();
        boolean readOnly = connection.isReadOnly();
        int isolation = connection.getTransactionIsolation();
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        try {
            return reading.read(connection);
        } finally {
            connection.rollback();
            connection.setAutoCommit(autoCommit);
            connection.setTransactionIsolation(isolation);
            connection.setReadOnly(readOnly);
        }
    }
}
