package io.namesake.access.client;

import io.namesake.access.AgreedLines;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AuthorizationCodeRequestAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** Reads a request for a code, and from the operator's gateway whose line's browser brings it. */
final class BrowserRequests implements AuthenticationConverter {
    /** The network vouched for a line whose holder has not agreed, or which is none. */
    static final String KNOWN_LINE = "a line";

    private static final String SOMEBODY = "somebody";
    private static final int LONGEST_QUERY = 6000;

    private final OAuth2AuthorizationCodeRequestAuthenticationConverter spring =
            new OAuth2AuthorizationCodeRequestAuthenticationConverter();
    private final ApiClientTable clients;
    private final SignedRequests signed;
    private final NetworkAssertions network;
    private final AgreedLines agreed;
    private final Clock clock;

    BrowserRequests(ApiClientTable clients, Issuer issuer, NetworkAssertions network, AgreedLines agreed, Clock clock) {
        this.clients = clients;
        this.signed = new SignedRequests(issuer, clock);
        this.network = network;
        this.agreed = agreed;
        this.clock = clock;
    }

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        var query = request.getQueryString();
        if (query == null
                || query.length() > LONGEST_QUERY
                || request.getParameter("request_uri") != null
                || request.getParameterMap().values().stream().anyMatch(values -> values.length != 1)) {
            throw new OAuth2AuthorizationCodeRequestAuthenticationException(
                    new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST), null);
        }
        var read = (OAuth2AuthorizationCodeRequestAuthenticationToken) spring.convert(request);
        if (read == null) {
            return null;
        }
        var client = RegisteredApiClients.uuid(read.getClientId()).flatMap(clients::enabled);
        if (client.isPresent() && read.getAdditionalParameters().containsKey(SignedRequests.PARAMETER)) {
            read = signed.read(client.get(), read);
        }
        return new OAuth2AuthorizationCodeRequestAuthenticationToken(
                read.getAuthorizationUri(),
                read.getClientId(),
                behind(request, client, read),
                read.getRedirectUri(),
                read.getState(),
                read.getScopes(),
                read.getAdditionalParameters());
    }

    private Authentication behind(
            HttpServletRequest request,
            Optional<ApiClient> client,
            OAuth2AuthorizationCodeRequestAuthenticationToken read) {
        var assertion = request.getHeader(NetworkAssertions.HEADER);
        if (assertion == null || client.isEmpty() || wantsThePerson(read)) {
            return nobody(SOMEBODY);
        }
        var number = network.number(client.get().operator(), assertion, request.getQueryString());
        return number.map(known -> agreement(client.get(), known, read)
                        .map(Agreement::authentication)
                        .orElseGet(() -> nobody(KNOWN_LINE)))
                .orElseGet(() -> nobody(SOMEBODY));
    }

    private Optional<Agreement> agreement(
            ApiClient client, String number, OAuth2AuthorizationCodeRequestAuthenticationToken read) {
        var purposes = CodeRequestRules.purposes(read.getScopes());
        var wanted = RegisteredApiClients.ofOperations(read.getScopes());
        if (purposes.size() != 1 || wanted.isEmpty()) {
            return Optional.empty();
        }
        return agreed.standing(client.operator(), client.id(), number, wanted, purposes.getFirst())
                .map(line -> new Agreement(line, client.id(), true, clock.instant()));
    }

    /** Such as to ask a holder for their consent at last: a client says so in so many words. */
    private static boolean wantsThePerson(OAuth2AuthorizationCodeRequestAuthenticationToken read) {
        var prompt = (String) read.getAdditionalParameters().get("prompt");
        return prompt != null && !prompt.equals("none");
    }

    private static Authentication nobody(String known) {
        return UsernamePasswordAuthenticationToken.authenticated(known, "", List.of());
    }
}
