package io.namesake.crypto;

import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A server whose sealing key was just replaced: it still opens what the one before sealed, and seals nothing with it any more. */
public final class RotatedKeyset implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final Keyset BEFORE = generate();
    private static final Keyset NOW = rotated();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("rotated", Map.of("namesake.keyset", NOW.toBase64(null))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts every value of the column back as the key before sealed it. @param place SQL for a row's associated data */
    public static void sealAsBefore(JdbcClient jdbc, String table, String column, String place) {
        try {
            var before = new Vault(BEFORE);
            var now = new Vault(NOW);
            jdbc.sql("select ctid::text as at, %s as sealed, %s as place from %s where %1$s is not null"
                            .formatted(column, place, table))
                    .query((row, index) -> new Object[] {
                        row.getString("at"),
                        before.seal(
                                now.open(row.getBytes("sealed"), KeyServiceContract.bytes(row.getString("place"))),
                                KeyServiceContract.bytes(row.getString("place")))
                    })
                    .list()
                    .forEach(row -> jdbc.sql(
                                    "update %s set %s = :sealed where ctid = cast(:at as tid)".formatted(table, column))
                            .param("sealed", row[1])
                            .param("at", row[0])
                            .update());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Which columns hold something that the key before sealed: while there is one, {@code namesake keys disable} refuses. */
    public static List<String> stillSealedAsBefore(DataSource database) throws SQLException {
        try (var connection = database.getConnection()) {
            return KeyUse.count(connection, BEFORE).stream().map(KeyUse::column).toList();
        }
    }

    /** What the server does each hour. */
    public static void sealAgain(ApplicationContext server) {
        server.getBean(Resealer.class).resealAll();
    }

    private static Keyset generate() {
        try {
            return Keyset.generate(KeyKind.SEALING);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Keyset rotated() {
        try {
            return BEFORE.rotated();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
