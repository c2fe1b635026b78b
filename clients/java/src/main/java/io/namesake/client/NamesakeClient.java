package io.namesake.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Knows one Namesake server and one caller; classes such as {@link LinesApi} ask by it. Immutable, for any number of threads. Every call
 * has one deadline, from connecting to the last byte; an answer has a largest size; redirects are not followed, since a question and its
 * credential are meant for this server. A call is made once: where an operation takes an idempotency key, repeating it is safe.
 */
public final class NamesakeClient implements AutoCloseable {
    /** A newer server may say more than this client knows. */
    static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
            .build();

    private final Transport transport;
    private final Credential credential;

    private NamesakeClient(Transport transport, Credential credential) {
        this.transport = transport;
        this.credential = credential;
    }

    /**
     * A client to be, which calls without a name.
     *
     * @param server where it listens, such as {@code https://namesake.example}; a path before the API's is kept
     * @return to be completed
     */
    public static Builder of(URI server) {
        return new Builder(server);
    }

    /**
     * The same server by the same connections, called by somebody else.
     *
     * @param token an operator's API key, a session's or staff token, an access token
     * @return another client; closing either closes the connections of both
     */
    public NamesakeClient as(String token) {
        return new NamesakeClient(transport, any -> token);
    }

    /**
     * The same server by the same connections, called by a program that gets access tokens at {@code /oauth2/token} as it needs them.
     *
     * @param clientId of an API client
     * @param secret its secret
     * @param scopes what the tokens are to be good for; none asks for all that the API client has
     * @return another client; closing either closes the connections of both
     */
    public NamesakeClient asProgram(String clientId, String secret, String... scopes) {
        return asProgram(InstantSource.system(), clientId, secret, scopes);
    }

    /** @param clock tells when a token has to be renewed */
    NamesakeClient asProgram(InstantSource clock, String clientId, String secret, String... scopes) {
        return new NamesakeClient(transport, new AccessTokens(clientId, secret, List.of(scopes), clock));
    }

    void call(Request request) {
        bytes(request);
    }

    byte[] bytes(Request request) {
        return transport.answer(request, credential.bearer(transport));
    }

    String text(Request request) {
        return new String(bytes(request), StandardCharsets.UTF_8);
    }

    <T> T json(Request request, TypeReference<T> type) {
        request.header("Accept", "application/json, application/*+json");
        byte[] answer = bytes(request);
        try {
            return JSON.readValue(answer, type);
        } catch (JacksonException e) {
            // Its own message repeats the answer.
            throw new UnreadableAnswerException(request.toString(), e.getClass().getSimpleName(), null);
        }
    }

    /** Ends the connections; calls that wait for an answer get none. */
    @Override
    public void close() {
        transport.close();
    }

    /** What a client is made of. */
    public static final class Builder {
        private final URI server;
        private Credential credential = Credential.NONE;
        private Duration connectTimeout = Duration.ofSeconds(10);
        private Duration timeout = Duration.ofSeconds(60);
        private int largestAnswer = 16 << 20;
        private Locale language = Locale.ENGLISH;
        private Consumer<Exchange> listener = exchange -> {};

        private Builder(URI server) {
            if (!List.of("http", "https").contains(String.valueOf(server.getScheme())) || server.getHost() == null) {
                throw new IllegalArgumentException("A server's address begins with http:// or https://, not " + server);
            }
            this.server = URI.create(server.toString().replaceFirst("/+$", ""));
        }

        /**
         * Who calls.
         *
         * @param token an operator's API key, a session's or staff token, an access token
         * @return this
         */
        public Builder bearer(String token) {
            credential = any -> token;
            return this;
        }

        /**
         * Who calls: a program that gets access tokens as it needs them.
         *
         * @param clientId of an API client
         * @param secret its secret
         * @param scopes what the tokens are to be good for; none asks for all that the API client has
         * @return this
         */
        public Builder program(String clientId, String secret, String... scopes) {
            credential = new AccessTokens(clientId, secret, List.of(scopes), InstantSource.system());
            return this;
        }

        /**
         * How long connecting may take.
         *
         * @param most 10 s unless said otherwise
         * @return this
         */
        public Builder connectTimeout(Duration most) {
            connectTimeout = most;
            return this;
        }

        /**
         * How long a call may take as a whole.
         *
         * @param most 60 s unless said otherwise
         * @return this
         */
        public Builder timeout(Duration most) {
            timeout = most;
            return this;
        }

        /**
         * How large an answer may be.
         *
         * @param bytes 16 MiB unless said otherwise
         * @return this
         */
        public Builder largestAnswer(int bytes) {
            largestAnswer = bytes;
            return this;
        }

        /**
         * The language of sentences for people.
         *
         * @param wanted English unless said otherwise; the server also knows {@code zh-CN}
         * @return this
         */
        public Builder language(Locale wanted) {
            language = wanted;
            return this;
        }

        /**
         * Whoever is shown each request with its answer, problems too, on the thread that called.
         *
         * @param told sees what is personal and secret, which does not belong into logs
         * @return this
         */
        public Builder listener(Consumer<Exchange> told) {
            listener = told;
            return this;
        }

        /**
         * Done; nothing is asked yet.
         *
         * @return to be closed when it is not needed any more
         */
        public NamesakeClient build() {
            HttpClient http = HttpClient.newBuilder()
                    .connectTimeout(connectTimeout)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
            Transport transport =
                    new Transport(http, server, timeout, largestAnswer, language.toLanguageTag(), listener);
            return new NamesakeClient(transport, credential);
        }
    }
}
