package io.namesake.registry.imports;

import io.namesake.access.OperatorSearch;
import io.namesake.audit.AuditLog;
import io.namesake.registry.internal.HolderSeal;
import io.namesake.registry.internal.IdentityKeys;
import java.security.SecureRandom;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Imports without a server, on its database and with its keys: the same classes, and nothing that listens or is timed. */
public final class StandaloneImports implements AutoCloseable {
    private final AnnotationConfigApplicationContext context;

    private StandaloneImports(AnnotationConfigApplicationContext context) {
        this.context = context;
    }

    /**
     * @param database migrated to this release
     * @param settings as the server's, such as {@code namesake.data-dir}; they win over the environment
     */
    public static StandaloneImports open(DataSource database, Map<String, Object> settings) {
        var context = new AnnotationConfigApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("imports", settings));
        context.registerBean(DataSource.class, () -> database);
        context.register(Beans.class);
        context.refresh();
        return new StandaloneImports(context);
    }

    public LineImports imports() {
        return context.getBean(LineImports.class);
    }

    public OperatorSearch operators() {
        return context.getBean(OperatorSearch.class);
    }

    @Override
    public void close() {
        context.close();
    }

    /** Not annotated as a configuration, which the server's own component scan would find. */
    @ComponentScan({"io.namesake.crypto", "io.namesake.time"})
    @ComponentScan(
            basePackages = {"io.namesake.access.internal", "io.namesake.audit"},
            useDefaultFilters = false,
            includeFilters =
                    @Filter(
                            type = FilterType.ASSIGNABLE_TYPE,
                            classes = {OperatorSearch.class, AuditLog.class}))
    @Import({
        BatchedImports.class,
        BatchWriter.class,
        HolderSeal.class,
        IdentityKeys.class,
        ImportTable.class,
        OrderedIds.class,
        Preparation.class
    })
    static class Beans {
        @Bean
        PlatformTransactionManager transactions(DataSource database) {
            return new JdbcTransactionManager(database);
        }

        @Bean
        TransactionTemplate transaction(PlatformTransactionManager transactions) {
            return new TransactionTemplate(transactions);
        }

        @Bean
        JdbcClient jdbc(DataSource database) {
            return JdbcClient.create(database);
        }

        @Bean
        SecureRandom random() {
            return new SecureRandom();
        }

        @Bean
        JsonMapper json() {
            return new JsonMapper();
        }
    }
}
