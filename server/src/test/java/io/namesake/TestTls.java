package io.namesake;

import java.util.Map;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** A second door of every server under test, which speaks TLS and asks for certificates. */
public final class TestTls implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    /** Whom the servers believe about programs. */
    public static final TestCertificate AUTHORITY = TestCertificate.authority("CN=Test Authority,O=Programs");

    /** The servers' own. */
    public static final TestCertificate SERVER = TestCertificate.selfSigned(
            TestCertificate.Wanted.of("CN=localhost", new GeneralName(GeneralName.dNSName, "localhost"))
                    .forPurpose(KeyPurposeId.id_kp_serverAuth));

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "test-tls",
                            Map.of(
                                    "namesake.mutual-tls.port",
                                    "0",
                                    "namesake.mutual-tls.bundle",
                                    "door",
                                    "namesake.mutual-tls.authorities",
                                    "programs",
                                    "namesake.mutual-tls.public-url",
                                    "https://programs.namesake.test",
                                    "spring.ssl.bundle.pem.door.keystore.certificate",
                                    TestCertificate.pem(
                                            "CERTIFICATE", SERVER.own().getEncoded()),
                                    "spring.ssl.bundle.pem.door.keystore.private-key",
                                    TestCertificate.pem(
                                            "PRIVATE KEY", SERVER.key().getEncoded()),
                                    "spring.ssl.bundle.pem.programs.truststore.certificate",
                                    TestCertificate.pem(
                                            "CERTIFICATE", AUTHORITY.own().getEncoded()))));
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where a server's second door is, without a slash at the end. */
    public static String address(ServletWebServerApplicationContext server) {
        for (var connector : ((TomcatWebServer) server.getWebServer())
                .getTomcat()
                .getService()
                .findConnectors()) {
            if (connector.getSecure()) {
                return "https://localhost:" + connector.getLocalPort();
            }
        }
        throw new IllegalStateException("The server has no second door");
    }
}
