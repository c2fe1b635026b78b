package io.namesake;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Calls the server of the test over real HTTP. */
public final class TestHttp {
    private final Environment environment;

    TestHttp(Environment environment) {
        this.environment = environment;
    }

    /** A caller without any credential. */
    public RestTestClient anyone() {
        return RestTestClient.bindToServer(new JdkClientHttpRequestFactory())
                .baseUrl(address())
                .build();
    }

    /** The test operator with its API key. */
    public RestTestClient operator() {
        return bearer(TestOperator.KEY);
    }

    /** Whoever has this token. */
    public RestTestClient bearer(String token) {
        return RestTestClient.bindToServer(new JdkClientHttpRequestFactory())
                .baseUrl(address())
                .defaultHeader("Authorization", "Bearer " + token)
                .build();
    }

    /** Where the server listens, without a slash at the end. */
    public String address() {
        return "http://localhost:" + environment.getRequiredProperty("local.server.port");
    }

    /** Makes it a bean, so that a test has it injected. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Configuration {
        @Bean
        @Lazy
        TestHttp testHttp(ApplicationContext context) {
            return new TestHttp(context.getEnvironment());
        }
    }
}
