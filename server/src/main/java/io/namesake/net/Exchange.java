package io.namesake.net;

import java.util.Map;
import java.util.Optional;

/** What came of a call. */
public sealed interface Exchange {

    /**
     * An answer.
     *
     * @param status the HTTP status
     * @param headers by their names in lower case; one of them where there are several of one name
     * @param body its beginning, as far as was asked for and came in time
     */
    record Answered(int status, Map<String, String> headers, byte[] body) implements Exchange {

        public Answered {
            headers = Map.copyOf(headers);
            body = body.clone();
        }

        @Override
        public byte[] body() {
            return body.clone();
        }

        /** The value of a header, whose name is in lower case. */
        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }
    }

    /** None. */
    record Failed(Failure why) implements Exchange {}

    /** Why there is no answer. */
    enum Failure {
        HOST_UNKNOWN,
        /** It is an address that must not be called; nothing was sent. */
        ADDRESS_NOT_ALLOWED,
        CONNECTION_FAILED,
        TLS_FAILED,
        TIMEOUT,
        BROKEN_RESPONSE
    }
}
