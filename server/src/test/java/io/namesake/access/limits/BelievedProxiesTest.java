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
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.boot.tomcat.autoconfigure.TomcatServerProperties;
import org.springframework.boot.tomcat.autoconfigure.TomcatWebServerFactoryCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties.ForwardHeadersStrategy;
import org.springframework.mock.env.MockEnvironment;

/** Nobody but a proxy that was named says where somebody comes from. */
class BelievedProxiesTest {

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
        assertThat(customized(ForwardHeadersStrategy.NONE).getEngineValves()).isEmpty();
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
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getPort() + "/"))
                    .header("X-Forwarded-For", forwardedFor)
                    .build();
            return client.send(request, BodyHandlers.ofString()).body();
        } finally {
            server.stop();
            server.destroy();
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
