package io.namesake.access.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import io.namesake.TestCertificate;
import io.namesake.TestCertificate.Wanted;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.RemoteIpValve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** Whose word counts about who came with which certificate. */
class ClientCertificatesTest {
    private static final TestCertificate MINE = TestCertificate.selfSigned(Wanted.of("CN=program"));
    private static final String HEADER = header(MINE.own());
    private static final String PROXY = "10.0.0.8";

    private static final ClientCertificates BEHIND_A_PROXY = seeing(PROXY, "fd00::/8");

    @TempDir
    Path folder;

    @Test
    void the_proxy_that_the_configuration_names_says_who_came() throws Exception {
        var answer = ask(seeing("127.0.0.1"), Map.of("Client-Cert", HEADER));
        assertThat(answer).isEqualTo(new ClientCertificate(MINE.chain()).thumbprint());
    }

    @Test
    void nobody_becomes_a_proxy_by_what_they_say() throws Exception {
        var elsewhere = seeing("192.0.2.1");
        assertThat(ask(elsewhere, Map.of("Client-Cert", HEADER))).isEqualTo("none");
        assertThat(ask(elsewhere, Map.of("Client-Cert", HEADER, "X-Forwarded-For", "192.0.2.1")))
                .as("the server believes the address of requests from this machine, and still not this")
                .isEqualTo("none");
        assertThat(ask(seeing(), Map.of("Client-Cert", HEADER))).isEqualTo("none");
    }

    @Test
    void a_proxys_own_certificate_is_not_that_of_who_came() {
        var request = from(PROXY);
        request.setAttribute(
                "jakarta.servlet.request.X509Certificate", MINE.chain().toArray(X509Certificate[]::new));
        assertThat(BEHIND_A_PROXY.of(request)).isEmpty();
        var direct = from("10.0.0.9");
        direct.setAttribute(
                "jakarta.servlet.request.X509Certificate", MINE.chain().toArray(X509Certificate[]::new));
        assertThat(BEHIND_A_PROXY.of(direct))
                .hasValueSatisfying(shown -> assertThat(shown.own()).isEqualTo(MINE.own()));
    }

    @Test
    void a_chain_comes_along_in_its_own_header() {
        var issued =
                TestCertificate.authority("CN=Top").authorityBelow("CN=Below").issues(Wanted.of("CN=program"));
        var request = from("fd00::1");
        request.addHeader("Client-Cert", header(issued.own()));
        request.addHeader("Client-Cert-Chain", header(issued.chain().get(1)) + ", " + HEADER);
        assertThat(BEHIND_A_PROXY.of(request))
                .hasValueSatisfying(shown -> assertThat(shown.chain())
                        .containsExactly(issued.own(), issued.chain().get(1), MINE.own()));
        request.addHeader("Client-Cert-Chain", String.join(",", java.util.Collections.nCopies(5, HEADER)));
        assertThat(BEHIND_A_PROXY.of(request)).isEmpty();
    }

    @Test
    void a_proxy_that_sends_the_callers_own_header_along_names_nobody() {
        var request = from(PROXY);
        request.addHeader("Client-Cert", HEADER);
        request.addHeader("Client-Cert", HEADER);
        assertThat(BEHIND_A_PROXY.of(request)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ":", "::", ":AAAA:", "AAAA", ":%%%:", ":AAAA", ":MIIB:;a=1", "-----BEGIN CERTIFICATE-----"})
    void what_cannot_be_read_names_nobody(String header) {
        var request = from(PROXY);
        request.addHeader("Client-Cert", header);
        assertThat(BEHIND_A_PROXY.of(request)).isEmpty();
    }

    @Test
    void a_certificate_in_another_form_or_with_something_behind_it_names_nobody() throws Exception {
        var pem = TestCertificate.pem("CERTIFICATE", MINE.own().getEncoded());
        var der = MINE.own().getEncoded();
        var longer = java.util.Arrays.copyOf(der, der.length + 1);
        for (byte[] wrong : List.of(pem.getBytes(java.nio.charset.StandardCharsets.US_ASCII), longer)) {
            var request = from(PROXY);
            request.addHeader("Client-Cert", ":" + Base64.getEncoder().encodeToString(wrong) + ":");
            assertThat(BEHIND_A_PROXY.of(request)).isEmpty();
        }
        var request = from(PROXY);
        request.addHeader("Client-Cert", ":" + "A".repeat(20_000) + ":");
        assertThat(BEHIND_A_PROXY.of(request)).isEmpty();
    }

    @Test
    void a_proxy_that_is_no_address_stops_the_start() {
        assertThatThrownBy(() -> seeing("proxy.example")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MutualTlsSettings(8443, null, null, null, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_token_that_is_bound_in_an_unknown_way_opens_nothing() {
        var confirmation = new Confirmation(BEHIND_A_PROXY);
        var request = from(PROXY);
        request.addHeader("Client-Cert", HEADER);
        var thumbprint = new ClientCertificate(MINE.chain()).thumbprint();
        assertThat(confirmation.holds(bound(Map.of("x5t#S256", thumbprint)), request))
                .isTrue();
        assertThat(confirmation.holds(bound(Map.of("x5t#S256", thumbprint)), null))
                .isFalse();
        assertThat(confirmation.holds(bound(Map.of("x5t#S256", thumbprint, "jkt", "a")), request))
                .isFalse();
        assertThat(confirmation.holds(bound(Map.of("jkt", thumbprint)), request))
                .isFalse();
        assertThat(confirmation.holds(bound(Map.of()), request)).isFalse();
        assertThat(confirmation.holds(bound("x5t#S256"), request)).isFalse();
        assertThat(confirmation.holds(new JWTClaimsSet.Builder().build(), null)).isTrue();
    }

    private static JWTClaimsSet bound(Object confirmation) {
        return new JWTClaimsSet.Builder().claim("cnf", confirmation).build();
    }

    private static ClientCertificates seeing(String... proxies) {
        return new ClientCertificates(new MutualTlsSettings(null, null, null, null, List.of(proxies)), "none");
    }

    private static MockHttpServletRequest from(String peer) {
        var request = new MockHttpServletRequest();
        request.setAttribute(PeerValve.class.getName(), peer);
        return request;
    }

    private static String header(X509Certificate certificate) {
        try {
            return ":" + Base64.getEncoder().encodeToString(certificate.getEncoded()) + ":";
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asks a whole Tomcat, from 127.0.0.1, that believes forwarded addresses of this machine. @return a thumbprint, or none */
    private String ask(ClientCertificates certificates, Map<String, String> headers) throws Exception {
        var tomcat = new Tomcat();
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        var context = tomcat.addContext("", null);
        tomcat.getEngine().getPipeline().addValve(new RemoteIpValve());
        tomcat.getEngine().getPipeline().addValve(new PeerValve());
        Tomcat.addServlet(context, "who", new Who(certificates)).addMapping("/");
        tomcat.start();
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/"));
            headers.forEach(request::header);
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } finally {
            tomcat.stop();
            tomcat.destroy();
        }
    }

    private static final class Who extends HttpServlet {
        private static final long serialVersionUID = 1L;
        private final transient ClientCertificates certificates;

        Who(ClientCertificates certificates) {
            this.certificates = certificates;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter()
                    .write(certificates
                            .of(request)
                            .map(ClientCertificate::thumbprint)
                            .orElse("none"));
        }
    }
}
