package io.namesake;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Remembers which SQL a request of a test made, when its header {@value #HEADER} gives it a name. */
public final class StatementLog {
    public static final String HEADER = "X-Test-Statements";

    private final Map<String, List<String>> named = new ConcurrentHashMap<>();
    private final ThreadLocal<@Nullable List<String>> current = new ThreadLocal<>();

    /** The statements of the request of that name, in their order, without their values. It is forgotten then. */
    public List<String> of(String name) {
        var statements = named.remove(name);
        if (statements == null) {
            throw new IllegalStateException("No request was called " + name);
        }
        return statements;
    }

    private void note(String sql) {
        var statements = current.get();
        if (statements != null) {
            statements.add(sql);
        }
    }

    private Connection noting(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                StatementLog.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        note((String) arguments[0]);
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** Puts it between the server and its connections. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Configuration {
        @Bean
        static StatementLog statementLog() {
            return new StatementLog();
        }

        @Bean
        static BeanPostProcessor statementsAreNoted(StatementLog log) {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return name.equals("dataSource") || name.endsWith(".dataSource")
                            ? new Noting((DataSource) bean, log)
                            : bean;
                }
            };
        }

        @Bean
        FilterRegistrationBean<Filter> statementsOfRequests(StatementLog log) {
            Filter filter = (request, response, chain) -> {
                var name = ((HttpServletRequest) request).getHeader(HEADER);
                if (name != null) {
                    var statements = new ArrayList<String>();
                    log.named.put(name, statements);
                    log.current.set(statements);
                }
                try {
                    chain.doFilter(request, response);
                } finally {
                    log.current.remove();
                }
            };
            var registration = new FilterRegistrationBean<>(filter);
            registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return registration;
        }
    }

    private static final class Noting extends DelegatingDataSource {
        private final StatementLog log;

        Noting(DataSource dataSource, StatementLog log) {
            super(dataSource);
            this.log = log;
        }

        @Override
        public Connection getConnection() throws SQLException {
            return log.noting(super.getConnection());
        }
    }
}
