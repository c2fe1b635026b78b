package io.namesake.client;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The server refused, and said why: a problem detail (RFC 9457), or an error in the form that CAMARA or TM Forum ask for. Programs look
 * at {@link #code()}; the sentences are in the language that the client was told, for people.
 */
public final class ProblemException extends NamesakeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String title;
    private final String detail;
    private final String nextStep;
    private final Duration retryAfter;

    private ProblemException(
            String request,
            int status,
            String code,
            String title,
            String detail,
            String nextStep,
            Duration retryAfter) {
        super(request + " was refused: " + status + " " + code + (title == null ? "" : ", " + title), null);
        this.status = status;
        this.code = code;
        this.title = title;
        this.detail = detail;
        this.nextStep = nextStep;
        this.retryAfter = retryAfter;
    }

    static ProblemException of(String request, int status, byte[] body, Optional<String> retryAfter) {
        JsonNode said = read(body);
        return new ProblemException(
                request,
                status,
                Objects.requireNonNullElse(first(said, "code", "error"), "http-" + status),
                first(said, "title", "reason"),
                first(said, "detail", "message", "error_description"),
                text(said, "nextStep"),
                retryAfter.map(ProblemException::seconds).orElse(null));
    }

    private static JsonNode read(byte[] body) {
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            // A proxy's page, say: the status is all there is.
            return JsonMapper.shared().createObjectNode();
        }
    }

    /** {@code error} is OAuth's (RFC 6749, 5.2), {@code reason} TM Forum's, {@code message} theirs and CAMARA's. */
    private static String first(JsonNode said, String... members) {
        return Stream.of(members)
                .map(member -> text(said, member))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static String text(JsonNode said, String member) {
        JsonNode value = said.get(member);
        return value == null || !value.isString() ? null : value.asString();
    }

    /** Delta-seconds only: the server sends no dates. */
    private static Duration seconds(String header) {
        try {
            return Duration.ofSeconds(Math.max(0, Long.parseLong(header.strip())));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /**
     * The HTTP status.
     *
     * @return 300 to 599
     */
    public int status() {
        return status;
    }

    /**
     * What kind of problem it is: the same whatever the language.
     *
     * @return such as {@code line-taken}, CAMARA's {@code PERMISSION_DENIED}, or {@code http-502} where the answer did not say
     */
    public String code() {
        return code;
    }

    /**
     * The kind of problem in words.
     *
     * @return empty where the answer has none
     */
    public Optional<String> title() {
        return Optional.ofNullable(title);
    }

    /**
     * What is wrong in this very request.
     *
     * @return empty where no more can be said
     */
    public Optional<String> detail() {
        return Optional.ofNullable(detail);
    }

    /**
     * What to do about it, in plain words.
     *
     * @return empty where the answer does not say
     */
    public Optional<String> nextStep() {
        return Optional.ofNullable(nextStep);
    }

    /**
     * When the same request may succeed, where the server is busy or was asked too often (503, 429).
     *
     * @return from now on; empty where the server names no time
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
