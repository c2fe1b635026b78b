package io.namesake.access.client;

import io.namesake.access.AccessNews;
import io.namesake.access.ClientKind;
import io.namesake.access.OperatorId;
import io.namesake.access.ScopesToGive;
import io.namesake.access.SecretToken;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers programs, gives them new secrets and keys, and shuts them out. */
@Service
class ApiClients {
    /** Lets secret scanners recognise a leaked one. */
    private static final String SECRET_PREFIX = "ncs_";

    private static final int LONGEST_DETAIL = 1000;

    private final ApiClientTable table;
    private final KnownScopes scopes;
    private final ScopesToGive given;
    private final PasswordEncoder hashes;
    private final SecureRandom random;
    private final AccessNews news;
    private final Clock clock;

    ApiClients(
            ApiClientTable table,
            KnownScopes scopes,
            ScopesToGive given,
            PasswordEncoder hashes,
            SecureRandom random,
            AccessNews news,
            Clock clock) {
        this.table = table;
        this.scopes = scopes;
        this.given = given;
        this.hashes = hashes;
        this.random = random;
        this.news = news;
        this.clock = clock;
    }

    /**
     * With what a client proves itself instead of a secret.
     *
     * @param externalId by which another issuer knows it
     * @param boundTokens whether all its tokens are to be bound to a certificate
     */
    record Proof(
            @Nullable ClientKeys keys,
            @Nullable ClientCertificateRule certificates,
            @Nullable String externalId,
            boolean boundTokens) {
        boolean isNone() {
            return keys == null && certificates == null && externalId == null;
        }
    }

    /** A new client, and the secret that is known to its bearer only; null when it proves itself otherwise. */
    record Registered(ApiClient client, @Nullable String secret) {}

    /**
     * @param proof with what it proves itself; it gets a secret when none of the three is there
     * @param redirectUris where it may have browsers sent back to; none for a program that never sends any
     * @throws Problem {@code request-invalid}, when no operation asks a client of this kind for one of the scopes; {@code not-allowed},
     *     when one of them is not the caller's to give
     */
    @Transactional
    Registered register(
            OperatorId operator,
            String name,
            ClientKind kind,
            Set<String> wanted,
            Proof proof,
            RedirectUris redirectUris) {
        var known = scopes.of(kind);
        if (wanted.isEmpty() || !known.containsAll(wanted)) {
            throw new Problem(
                    ProblemType.REQUEST_INVALID,
                    "At least one scope is needed, out of these: " + String.join(", ", known) + ".");
        }
        given.check(wanted);
        if (!redirectUris.values().isEmpty() && (kind != ClientKind.THIRD_PARTY || proof.externalId() != null)) {
            throw new Problem(
                    ProblemType.REQUEST_INVALID,
                    "Browsers are sent back to programs of others alone, which get their tokens here.");
        }
        var secret = proof.isNone() ? newSecret() : null;
        var client = new ApiClient(
                UUID.randomUUID(),
                operator,
                name,
                kind,
                new TreeSet<>(wanted),
                secret == null ? null : hashes.encode(secret),
                proof.keys(),
                redirectUris.values(),
                proof.externalId(),
                proof.certificates(),
                proof.boundTokens(),
                clock.instant(),
                null);
        // Looked at once it stands there, so that nobody comes in between. Tokens of whoever had the name may still be
        // good: they would act
        // for an operator that never meant them.
        if (!table.add(client) || (client.externalId() != null && table.isOfAnother(operator, client.externalId()))) {
            throw new Problem(ProblemType.REQUEST_INVALID, "That external id is another program's.");
        }
        news.tell(
                operator,
                "api-client.registered",
                client.id(),
                Map.of("kind", kind.name(), "scopes", listed(client.scopes())));
        return new Registered(client, secret);
    }

    /** Another secret in the place of the one before, which opens nothing any more. */
    @Transactional
    String rotateSecret(OperatorId operator, UUID client) {
        checkMayProve(operator, client);
        var secret = newSecret();
        if (!table.setSecret(operator, client, hashes.encode(secret))) {
            throw new Problem(ProblemType.API_CLIENT_UNKNOWN);
        }
        news.tell(operator, "api-client.secret-rotated", client, Map.of());
        return secret;
    }

    /** Other keys in the place of those before. */
    @Transactional
    void replaceKeys(OperatorId operator, UUID client, ClientKeys keys) {
        checkMayProve(operator, client);
        if (!table.setKeys(operator, client, keys)) {
            throw new Problem(ProblemType.API_CLIENT_UNKNOWN);
        }
        news.tell(operator, "api-client.keys-replaced", client, Map.of());
    }

    /** Other certificates in the place of those before; tokens that are bound to those stay good to their end. @param certificates made when the client is known */
    @Transactional
    void replaceCertificates(OperatorId operator, UUID client, Supplier<ClientCertificateRule> certificates) {
        checkMayProve(operator, client);
        if (!table.setCertificates(operator, client, certificates.get())) {
            throw new Problem(ProblemType.API_CLIENT_UNKNOWN);
        }
        news.tell(operator, "api-client.certificates-replaced", client, Map.of());
    }

    /** From now on it gets no token, and those that it has open nothing. */
    @Transactional
    void disable(OperatorId operator, UUID client) {
        if (!table.disable(operator, client, clock.instant())) {
            throw new Problem(ProblemType.API_CLIENT_UNKNOWN);
        }
        news.tell(operator, "api-client.disabled", client, Map.of());
    }

    /** Whoever gives a program another proof can use it. */
    private void checkMayProve(OperatorId operator, UUID client) {
        var known = table.enabled(client)
                .filter(found -> found.operator().equals(operator))
                .orElseThrow(() -> new Problem(ProblemType.API_CLIENT_UNKNOWN));
        given.check(known.scopes());
    }

    /** As much as an entry of the audit log may hold. */
    private static String listed(Set<String> scopes) {
        var all = String.join(" ", scopes);
        return all.length() <= LONGEST_DETAIL ? all : scopes.size() + " scopes";
    }

    private String newSecret() {
        return SECRET_PREFIX + SecretToken.random(random);
    }
}
