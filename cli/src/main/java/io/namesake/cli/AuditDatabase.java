package io.namesake.cli;

import io.namesake.database.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The database that a command works on: one that runs, or an embedded one that is started for the occasion. */
final class AuditDatabase implements AutoCloseable {

    private static final int PORT_LINE = 3;
    /** Whoever sits at the machine works for all operators; the database's rules bind the tables' owner, too. */
    private static final String ALL_OPERATORS = "-c namesake.system=command";

    private final String jdbcUrl;
    private final Properties login;
    private final Optional<EmbeddedDatabase> started;

    private AuditDatabase(String jdbcUrl, Properties login, Optional<EmbeddedDatabase> started) {
        this.jdbcUrl = jdbcUrl;
        this.login = login;
        this.started = started;
    }

    /**
     * The database at an address.
     *
     * @param address {@code postgresql://user:password@host:port/database} or JDBC's spelling; never repeated in a message,
     *     since it may hold a password
     */
    static AuditDatabase at(String address) {
        if (address.startsWith("jdbc:postgresql:")) {
            return new AuditDatabase(address, login(Optional.empty()), Optional.empty());
        }
        try {
            URI uri = new URI(address).parseServerAuthority();
            if (List.of("postgresql", "postgres").contains(uri.getScheme()) && uri.getHost() != null) {
                String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
                String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
                return new AuditDatabase(
                        "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query,
                        login(Optional.ofNullable(uri.getRawUserInfo())),
                        Optional.empty());
            }
        } catch (URISyntaxException e) {
            // Said below, without the parser's message, which would repeat the address.
        }
        throw new CommandFailure(
                Exit.USAGE, "The database's address must read postgresql://user:password@host:port/database");
    }

    /** The embedded database of a data folder; when its server runs, that server's, else one started for the occasion. */
    static AuditDatabase inFolder(Path data) {
        Path postgres = data.resolve("postgres");
        if (!Files.exists(postgres.resolve("PG_VERSION"))) {
            throw new CommandFailure(
                    Exit.USAGE,
                    "There is no database in " + data.toAbsolutePath().normalize()
                            + "; name the data folder with --data, or a database with --database-url");
        }
        OptionalInt running =
                port(postgres).stream().filter(AuditDatabase::answers).findFirst();
        if (running.isPresent()) {
            return local(running.getAsInt(), Optional.empty());
        }
        EmbeddedDatabase started = EmbeddedDatabase.start(data);
        return local(port(postgres).orElseThrow(), Optional.of(started));
    }

    Connection connect() throws SQLException {
        Properties settings = new Properties();
        settings.putAll(login);
        settings.setProperty("options", ALL_OPERATORS);
        return DriverManager.getConnection(jdbcUrl, settings);
    }

    /** Opens a new connection each time. */
    DataSource dataSource() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(jdbcUrl);
        // The server's details repeat values of rows, and these would reach people with the exception's message.
        dataSource.setLogServerErrorDetail(false);
        dataSource.setOptions(ALL_OPERATORS);
        if (login.getProperty("user") != null) {
            dataSource.setUser(login.getProperty("user"));
            dataSource.setPassword(login.getProperty("password"));
        }
        return dataSource;
    }

    private static AuditDatabase local(int port, Optional<EmbeddedDatabase> started) {
        return new AuditDatabase(
                "jdbc:postgresql://localhost:" + port + "/postgres", login(Optional.of("postgres")), started);
    }

    /** The port in PostgreSQL's own {@code postmaster.pid}, which is there while it runs and after it was killed. */
    private static OptionalInt port(Path postgres) {
        try {
            return OptionalInt.of(Integer.parseInt(
                    Files.readAllLines(postgres.resolve("postmaster.pid")).get(PORT_LINE)));
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            return OptionalInt.empty();
        }
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static Properties login(Optional<String> userInfo) {
        Properties login = new Properties();
        Optional.ofNullable(System.getenv("NAMESAKE_DATABASE_USER")).ifPresent(user -> login.put("user", user));
        Optional.ofNullable(System.getenv("NAMESAKE_DATABASE_PASSWORD"))
                .ifPresent(password -> login.put("password", password));
        userInfo.ifPresent(given -> {
            String[] parts = given.split(":", 2);
            login.put("user", decode(parts[0]));
            login.put("password", parts.length > 1 ? decode(parts[1]) : "");
        });
        return login;
    }

    private static String decode(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        started.ifPresent(database -> {
            try {
                database.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
