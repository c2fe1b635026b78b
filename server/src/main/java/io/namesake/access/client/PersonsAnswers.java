package io.namesake.access.client;

import io.namesake.access.AgreedLine;
import io.namesake.access.AuthorizationRequests;
import io.namesake.database.AcrossOperators;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Optional;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.stereotype.Component;

/** What a person answers to a request that their browser brought. */
@Component
@AcrossOperators(because = "a person finds the request by its handle, whichever operator the client is registered at")
class PersonsAnswers implements AuthorizationRequests {
    private final WaitingRequestTable waiting;
    private final ApiClientTable clients;
    private final CodeRequests codes;
    private final BackToClient back;
    private final Issuer issuer;
    private final Clock clock;

    PersonsAnswers(
            WaitingRequestTable waiting,
            ApiClientTable clients,
            CodeRequests codes,
            BackToClient back,
            Issuer issuer,
            Clock clock) {
        this.waiting = waiting;
        this.clients = clients;
        this.codes = codes;
        this.back = back;
        this.issuer = issuer;
        this.clock = clock;
    }

    @Override
    public Optional<Asked> find(String handle) {
        return waiting.find(handle, clock.instant())
                .flatMap(request -> clients.enabled(request.clientId())
                        .map(client -> new Asked(
                                request.operator(),
                                client.id(),
                                client.name(),
                                RegisteredApiClients.ofOperations(request.scopes()),
                                CodeRequestRules.purposes(request.scopes()).getFirst())));
    }

    @Override
    public URI agree(String handle, AgreedLine line) {
        var request = take(handle);
        var agreement = new Agreement(line, request.clientId(), false, clock.instant());
        var more = new HashMap<String, Object>();
        more.put(PkceParameterNames.CODE_CHALLENGE, request.codeChallenge());
        more.put(PkceParameterNames.CODE_CHALLENGE_METHOD, "S256");
        if (request.nonce() != null) {
            more.put(OidcParameterNames.NONCE, request.nonce());
        }
        AuthorizationServerContextHolder.setContext(ServerContext.of(issuer));
        try {
            // Checked once more: the client may have lost a scope, or be shut out, since the browser came.
            var answer = codes.authenticate(new OAuth2AuthorizationCodeRequestAuthenticationToken(
                    issuer.authorizationEndpoint(),
                    request.clientId().toString(),
                    agreement.authentication(),
                    request.redirectUri(),
                    request.state(),
                    request.scopes(),
                    more));
            return back.withCode((OAuth2AuthorizationCodeRequestAuthenticationToken) answer);
        } catch (OAuth2AuthenticationException changed) {
            throw new Problem(ProblemType.CONSENT_UNKNOWN);
        } finally {
            AuthorizationServerContextHolder.resetContext();
        }
    }

    @Override
    public URI refuse(String handle) {
        var request = take(handle);
        return back.withError(request.redirectUri(), "access_denied", request.state());
    }

    private WaitingRequest take(String handle) {
        return waiting.take(handle, clock.instant()).orElseThrow(() -> new Problem(ProblemType.CONSENT_UNKNOWN));
    }
}
