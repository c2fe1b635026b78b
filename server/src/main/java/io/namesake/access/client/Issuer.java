package io.namesake.access.client;

import io.namesake.access.certificate.MutualTlsSettings;
import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How this authorization server is called: by the address at which people and programs reach it. */
@Component
class Issuer {
    static final String AUTHORIZATION_ENDPOINT = "/oauth2/authorize";
    static final String TOKEN_ENDPOINT = "/oauth2/token";
    static final String JWKS = "/oauth2/jwks";

    private final String name;
    private final Optional<String> certificateDoor;

    Issuer(@Value("${namesake.public-url}") URI publicUrl, MutualTlsSettings mutualTls) {
        name = withoutSlash(publicUrl);
        certificateDoor = Optional.ofNullable(mutualTls.publicUrl()).map(Issuer::withoutSlash);
    }

    private static String withoutSlash(URI url) {
        return url.toString().replaceAll("/+$", "");
    }

    /** The {@code iss} of its tokens, and their {@code aud}: they are for this server's API. */
    String name() {
        return name;
    }

    String authorizationEndpoint() {
        return name + AUTHORIZATION_ENDPOINT;
    }

    /** The page on which a person answers. */
    String answerPage() {
        return name + "/agree";
    }

    String tokenEndpoint() {
        return name + TOKEN_ENDPOINT;
    }

    /** The same endpoint at the door that asks for certificates (RFC 8705, clause 5), where one is told. */
    Optional<String> tokenEndpointForCertificates() {
        return certificateDoor.map(door -> door + TOKEN_ENDPOINT);
    }

    String jwks() {
        return name + JWKS;
    }

    /** What a client may name as the audience of its assertion (RFC 7523, clause 3). */
    Set<String> audiences() {
        var audiences = new HashSet<>(Set.of(name, tokenEndpoint()));
        tokenEndpointForCertificates().ifPresent(audiences::add);
        return audiences;
    }
}
