package io.namesake.authority.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.namesake.audit.AuditLog;
import io.namesake.authority.AuthorityAnswer;
import io.namesake.authority.AuthorityAnswer.Unavailable;
import io.namesake.authority.AuthorityAnswer.Unavailable.Cause;
import io.namesake.authority.IdentityAuthority;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

/** The settings, as an operator writes them: mistakes stop the start, and keys and certificates come out of bundles and files. */
class AuthoritySettingsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private Path folder;

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(AuthoritySettings.class)
    static class Settings {}

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class))
            .withUserConfiguration(Settings.class, AuthorityConfiguration.class)
            .withBean(AuditLog.class, () -> _ -> {})
            .withBean(SimpleMeterRegistry.class)
            .withBean(SecureRandom.class)
            .withBean(Clock.class, Clock::systemUTC);

    @Test
    void with_nothing_set_nobody_is_asked() {
        runner.run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(IdentityAuthority.class));
    }

    @ParameterizedTest
    @CsvSource({
        "'namesake.authority.kind=HTTPS', namesake.authority.url is missing",
        "'namesake.authority.kind=HTTPS,namesake.authority.url=http://authority.example', must begin with https://",
        "'namesake.authority.kind=HTTPS,namesake.authority.url=https://a.example,namesake.authority.attempts=0', attempts must lie in 1..5",
        "'namesake.authority.kind=HTTPS,namesake.authority.url=https://a.example,namesake.authority.request-timeout=0s', request-timeout must be positive",
        "'namesake.authority.kind=HTTPS,namesake.authority.url=https://a.example,namesake.authority.https.signing-key=/nowhere', is no key as JWK",
        "'namesake.authority.kind=HTTPS,namesake.authority.url=https://a.example,namesake.authority.ssl-bundle=nowhere', nowhere",
        "'namesake.authority.kind=MOSIP,namesake.authority.url=https://a.example', mosip.ida-certificate is missing"
    })
    void a_mistake_stops_the_start_and_names_the_setting(String settings, String message) {
        runner.withPropertyValues(settings.split(","))
                .run(context -> assertThat(context.getStartupFailure()).hasStackTraceContaining(message));
    }

    @Test
    void an_authority_that_asks_for_a_certificate_is_shown_ours_and_we_trust_nobody_else() throws Exception {
        KeyPair ours = TestCertificates.keys();
        X509Certificate client = TestCertificates.certificate("CN=namesake", ours);
        KeyPair theirs = TestCertificates.keys();
        X509Certificate server = TestCertificates.serverCertificate(theirs);
        HttpsServer authority = authority(theirs, server, client);
        try {
            var url = "https://localhost:" + authority.getAddress().getPort();
            Path trusted = pem("authority.pem", server);
            var trusting = runner.withPropertyValues(
                    "namesake.authority.kind=HTTPS",
                    "namesake.authority.url=" + url,
                    "namesake.authority.ssl-bundle=authority",
                    "spring.ssl.bundle.pem.authority.truststore.certificate=file:" + trusted);
            trusting.run(context -> assertThat(ask(context.getBean(IdentityAuthority.class)))
                    .as("without our certificate")
                    .isInstanceOf(Unavailable.class));
            trusting.withPropertyValues(
                            "spring.ssl.bundle.pem.authority.keystore.certificate=file:" + pem("client.pem", client),
                            "spring.ssl.bundle.pem.authority.keystore.private-key=file:" + key("client.key", ours))
                    .run(context -> assertThat(ask(context.getBean(IdentityAuthority.class)))
                            .isEqualTo(new AuthorityAnswer.Unknown()));
            runner.withPropertyValues("namesake.authority.kind=HTTPS", "namesake.authority.url=" + url)
                    .run(context -> assertThat(ask(context.getBean(IdentityAuthority.class)))
                            .as("with the system's trust")
                            .isEqualTo(Unavailable.because(Cause.NOT_ALLOWED)));
        } finally {
            authority.stop(0);
        }
    }

    private static AuthorityAnswer ask(IdentityAuthority authority) throws InterruptedException {
        return authority.ask(IdentityAuthorityContract.question());
    }

    /** Answers UNKNOWN to whoever shows the client's certificate. */
    private static HttpsServer authority(KeyPair keys, X509Certificate certificate, X509Certificate client)
            throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("key", keys.getPrivate(), PASSWORD, new X509Certificate[] {certificate});
        var own = KeyManagerFactory.getInstance("PKIX");
        own.init(store, PASSWORD);
        var clients = KeyStore.getInstance("PKCS12");
        clients.load(null, null);
        clients.setCertificateEntry("client", client);
        var trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(clients);
        var tls = SSLContext.getInstance("TLS");
        tls.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls) {
            @Override
            public void configure(HttpsParameters parameters) {
                var wanted = getSSLContext().getDefaultSSLParameters();
                wanted.setNeedClientAuth(true);
                parameters.setSSLParameters(wanted);
            }
        });
        server.createContext("/v1/verifications", exchange -> {
            var question = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll(".*\"question\":\"([^\"]+)\".*", "$1");
            byte[] answer = "{\"question\":\"%s\",\"answer\":\"UNKNOWN\"}"
                    .formatted(question)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        return server;
    }

    private Path pem(String name, X509Certificate certificate) throws Exception {
        return TestCertificates.pem(folder.resolve(name), certificate);
    }

    private Path key(String name, KeyPair keys) throws IOException {
        return TestCertificates.pem(
                folder.resolve(name), "PRIVATE KEY", keys.getPrivate().getEncoded());
    }
}
