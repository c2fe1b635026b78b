package io.namesake.access.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.apache.catalina.valves.RemoteIpValve;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.tomcat.autoconfigure.TomcatServerProperties;
import org.springframework.boot.tomcat.autoconfigure.TomcatWebServerFactoryCustomizer;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties.ForwardHeadersStrategy;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.mock.env.MockEnvironment;

/** Nobody but a proxy that was named says where somebody comes from. */
@ExtendWith(OutputCaptureExtension.class)
class BelievedProxiesTest {
    /** A server with the settings that come with Namesake, which starts like it and knows this package alone. */
    private final WebApplicationContextRunner started = new WebApplicationContextRunner(
                    AnnotationConfigServletWebServerApplicationContext::new)
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withConfiguration(AutoConfigurations.of(TomcatServletWebServerAutoConfiguration.class))
            .withUserConfiguration(Limits.class)
            .withPropertyValues("server.port=0", "server.address=127.0.0.1");

    @Test
    void a_server_that_starts_believes_the_proxies_that_were_named() {
        started.withPropertyValues("server.forward-headers-strategy=native", "namesake.proxies=127.0.0.1")
                .run(context -> assertThat(addressOf("203.0.113.9, 10.1.2.3", portOf(context)))
                        .isEqualTo("10.1.2.3"));
    }

    @Test
    void a_server_in_a_cloud_believes_no_proxy_that_was_not_named_and_says_so_once(CapturedOutput log) {
        started.withPropertyValues("spring.main.cloud-platform=kubernetes").run(context -> {
            assertThat(addressOf("203.0.113.9", portOf(context))).isEqualTo("127.0.0.1");
            assertThat(addressOf("203.0.113.10", portOf(context))).isEqualTo("127.0.0.1");
        });
        assertThat(log.getAll().lines().filter(line -> line.contains("X-Forwarded-For")))
                .singleElement()
                .asString()
                .contains("SERVER_FORWARD_HEADERS_STRATEGY", "NAMESAKE_PROXIES")
                .doesNotContain("203.0.113.");
    }

    @Test
    void a_server_whose_proxies_are_named_or_that_has_none_says_nothing(CapturedOutput log) throws Exception {
        assertThat(addressOf("198.51.100.4", "127.0.0.1")).isEqualTo("198.51.100.4");
        started.run(context -> assertThat(addressOf(null, portOf(context))).isEqualTo("127.0.0.1"));
        assertThat(log.getAll()).doesNotContain("NAMESAKE_PROXIES");
    }

    @Test
    void a_proxy_that_writes_the_port_gives_nobody_an_address_for_each_connection() throws Exception {
        assertThat(addressOf("203.0.113.9:51234", "127.0.0.1")).isEqualTo("203.0.113.9");
        assertThat(addressOf("[2001:db8:1:2::9]:51234", "127.0.0.1")).isEqualTo("20010db800010002");
    }

    @Test
    void who_comes_by_the_proxy_has_the_address_that_it_adds_however_private_and_whatever_stands_before()
            throws Exception {
        assertThat(addressOf("203.0.113.9, 10.1.2.3", "127.0.0.1")).isEqualTo("10.1.2.3");
        assertThat(addressOf("203.0.113.9, 100.64.7.7", "127.0.0.0/8")).isEqualTo("100.64.7.7");
        assertThat(addressOf("198.51.100.4", "127.0.0.1")).isEqualTo("198.51.100.4");
        assertThat(addressOf("198.51.100.4", "127.0.0.1", "fd00::8")).isEqualTo("198.51.100.4");
    }

    @Test
    void several_proxies_in_a_row_are_passed_over_where_they_are_named() throws Exception {
        assertThat(addressOf("203.0.113.9, 198.51.100.4, 10.0.0.9", "127.0.0.1", "10.0.0.8/30"))
                .isEqualTo("198.51.100.4");
    }

    @Test
    void who_is_no_proxy_has_their_own_address_whatever_they_say() throws Exception {
        assertThat(addressOf("203.0.113.9", "10.0.0.8")).isEqualTo("127.0.0.1");
    }

    @Test
    void a_server_that_would_believe_everybody_does_not_start() {
        assertThatThrownBy(() -> customized(ForwardHeadersStrategy.NATIVE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("NAMESAKE_PROXIES");
        assertThatThrownBy(() -> customized(ForwardHeadersStrategy.FRAMEWORK, "10.0.0.8"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("SERVER_FORWARD_HEADERS_STRATEGY to NATIVE");
        assertThatThrownBy(() -> customized(ForwardHeadersStrategy.NATIVE, "proxy.example"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(customized(ForwardHeadersStrategy.NONE).getEngineValves())
                .doesNotHaveAnyElementsOfTypes(RemoteIpValve.class);
    }

    private static TomcatServletWebServerFactory customized(ForwardHeadersStrategy strategy, String... proxies) {
        var server = new ServerProperties();
        server.setForwardHeadersStrategy(strategy);
        var factory = new TomcatServletWebServerFactory(0);
        new TomcatWebServerFactoryCustomizer(
                        new MockEnvironment(), server, new TomcatServerProperties(), new WebProperties())
                .customize(factory);
        new BelievedProxies(new ProxySettings(List.of(proxies)), server).customize(factory);
        return factory;
    }

    /** Asks from 127.0.0.1. */
    private static String addressOf(String forwardedFor, String... proxies) throws Exception {
        var factory = customized(ForwardHeadersStrategy.NATIVE, proxies);
        factory.setPort(0);
        factory.setAddress(InetAddress.getLoopbackAddress());
        var server = factory.getWebServer(
                context -> context.addServlet("address", new Address()).addMapping("/"));
        server.start();
        try {
            return addressOf(forwardedFor, server.getPort());
        } finally {
            server.stop();
            server.destroy();
        }
    }

    /** @param forwardedFor null: without that header */
    private static String addressOf(@Nullable String forwardedFor, int port) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"));
            if (forwardedFor != null) {
                request.header("X-Forwarded-For", forwardedFor);
            }
            return client.send(request.build(), BodyHandlers.ofString()).body();
        }
    }

    private static int portOf(AssertableWebApplicationContext context) {
        return context.getSourceApplicationContext(AnnotationConfigServletWebServerApplicationContext.class)
                .getWebServer()
                .getPort();
    }

    /** The components that would be found at a start, without those that need a database. */
    @ComponentScan(
            basePackageClasses = BelievedProxies.class,
            excludeFilters =
                    @Filter(
                            type = FilterType.ASSIGNABLE_TYPE,
                            classes = {Buckets.class, RateLimits.class}))
    static class Limits {
        @Bean
        ServletRegistrationBean<Address> address() {
            return new ServletRegistrationBean<>(new Address(), "/");
        }
    }

    private static final class Address extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().write(ClientAddress.of(request));
        }
    }
}
