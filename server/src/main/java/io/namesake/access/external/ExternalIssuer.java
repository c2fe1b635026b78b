package io.namesake.access.external;

import io.namesake.access.Elsewhere;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;

/** The issuer beside ours, asked for its configuration when it is first needed: this server starts without it. */
@Component
@EnableConfigurationProperties(OidcSettings.class)
class ExternalIssuer implements Elsewhere {
    static final String START = "/staff/elsewhere";
    static final String ANSWER = "/staff/elsewhere/answer";
    /** Of the only registration; it is in no address. */
    static final String REGISTRATION = "staff";

    private final OidcSettings settings;
    private final String answerUrl;
    private final AtomicReference<@Nullable ClientRegistration> held = new AtomicReference<>();

    ExternalIssuer(OidcSettings settings, @Value("${namesake.public-url}") URI publicUrl) {
        this.settings = settings;
        this.answerUrl = publicUrl.toString().replaceAll("/+$", "") + ANSWER;
    }

    @Override
    public Optional<Offer> offer() {
        return settings.signsStaffIn() ? Optional.of(new Offer(settings.name(), START)) : Optional.empty();
    }

    /** @throws RuntimeException when it cannot be asked, or is not who it should be (OpenID Connect Discovery, clause 4.3) */
    ClientRegistration registration() {
        var known = held.get();
        if (known != null) {
            return known;
        }
        var found = ClientRegistrations.fromIssuerLocation(String.valueOf(settings.issuer()))
                .registrationId(REGISTRATION)
                .clientId(settings.clientId() == null ? "none" : settings.clientId())
                .clientSecret(settings.clientSecret())
                .clientAuthenticationMethod(
                        settings.clientSecret() == null
                                ? ClientAuthenticationMethod.NONE
                                : ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .redirectUri(answerUrl)
                .scope(List.of("openid", "profile"))
                .userNameAttributeName("sub")
                .build();
        held.set(found);
        return found;
    }
}
