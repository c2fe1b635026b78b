package io.namesake.client;

import java.nio.charset.StandardCharsets;

/**
 * One request and its answer. It holds what was sent and told, which is mostly about a person: for teaching and for tests, not for logs.
 *
 * @param method such as {@code POST}
 * @param path with the query, without the server
 * @param bearer what was sent as {@code Authorization: Bearer}; empty when nothing was
 * @param sent the body: JSON as it is, a form without its secrets, of files only the names and sizes
 * @param status the HTTP status
 * @param answer the body, whole
 */
public record Exchange(String method, String path, String bearer, String sent, int status, byte[] answer) {

    /**
     * The answer as UTF-8.
     *
     * @return with U+FFFD where it is no text
     */
    public String text() {
        return new String(answer, StandardCharsets.UTF_8);
    }

    /** Without what is about a person. */
    @Override
    public String toString() {
        return method + " " + path.replaceFirst("\\?.*", "") + " -> " + status;
    }
}
