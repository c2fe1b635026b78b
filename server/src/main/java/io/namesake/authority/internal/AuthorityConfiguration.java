package io.namesake.authority.internal;

import io.micrometer.core.instrument.MeterRegistry;
import io.namesake.audit.AuditLog;
import io.namesake.authority.IdentityAuthority;
import io.namesake.net.BoundedHttp;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The authority that is configured, if one is. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${namesake.authority.kind:NONE}'.toUpperCase() != 'NONE'")
class AuthorityConfiguration {
    /** An answer is a few hundred bytes; MOSIP's e-KYC sends a card along, which is thrown away. */
    private static final int LARGEST_ANSWER = 4 * 1024 * 1024;

    @Bean
    BoundedHttp authorityHttp(AuthoritySettings settings, SslBundles bundles) {
        return new BoundedHttp(
                "Namesake-Authority/1",
                settings.connectTimeout(),
                settings.requestTimeout(),
                LARGEST_ANSWER,
                tls(settings, bundles));
    }

    @Bean
    IdentityAuthority identityAuthority(
            AuthoritySettings settings,
            @Qualifier("authorityHttp") BoundedHttp http,
            SslBundles bundles,
            AuditLog audit,
            MeterRegistry metrics,
            SecureRandom random,
            Clock clock) {
        var adapter = switch (settings.kind()) {
            case MOSIP -> MosipAuthority.of(settings, http, bundles, random, clock);
            case SANDBOX -> new SandboxRegister(clock);
            case HTTPS, NONE ->
                new HttpsAuthority(
                        http,
                        settings.url(),
                        settings.face(),
                        Optional.ofNullable(settings.https().signingKey()).map(DetachedJws::privateKey),
                        Optional.ofNullable(settings.https().responseKeys()).map(DetachedJws::publicKeys),
                        clock);
        };
        return new GuardedAuthority(adapter, settings, audit, metrics, clock);
    }

    private static @Nullable SSLContext tls(AuthoritySettings settings, SslBundles bundles) {
        return settings.sslBundle() == null || settings.sslBundle().isBlank()
                ? null
                : bundles.getBundle(settings.sslBundle()).createSslContext();
    }
}
