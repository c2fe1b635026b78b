package io.namesake.client;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** The body of a form: {@code multipart/form-data} (RFC 7578), or URL-encoded. */
final class Form {
    private final String boundary = "namesake-" + UUID.randomUUID();
    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();
    private final List<String> fields = new ArrayList<>();
    private final List<String> shown = new ArrayList<>();

    /** A file, a file of text, several of the same name, or anything else as JSON. */
    void part(String name, Object value, JsonMapper json) {
        if (value instanceof byte[] file) {
            part(name, "; filename=\"" + name + "\"", "application/octet-stream", file);
        } else if (value instanceof String text) {
            part(
                    name,
                    "; filename=\"" + name + "\"",
                    "text/plain;charset=UTF-8",
                    text.getBytes(StandardCharsets.UTF_8));
        } else if (value instanceof List<?> several) {
            several.forEach(one -> part(name, one, json));
        } else {
            part(name, "", "application/json", json.writeValueAsBytes(value));
        }
    }

    private void part(String name, String more, String type, byte[] content) {
        ascii("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more
                + "\r\nContent-Type: " + type + "\r\n\r\n");
        parts.writeBytes(content);
        ascii("\r\n");
        shown.add(name + " (" + type + ", " + content.length + " bytes)");
    }

    /** One of a URL-encoded form. */
    void field(String name, String value, boolean secret) {
        fields.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        shown.add(secret ? name + "=..." : fields.getLast());
    }

    private void ascii(String text) {
        parts.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    String contentType() {
        return fields.isEmpty() ? "multipart/form-data; boundary=" + boundary : "application/x-www-form-urlencoded";
    }

    byte[] bytes() {
        if (!fields.isEmpty()) {
            return String.join("&", fields).getBytes(StandardCharsets.US_ASCII);
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(parts.toByteArray());
        whole.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return whole.toByteArray();
    }

    /** What is sent, without secrets and without the bytes of files. */
    @Override
    public String toString() {
        return String.join(fields.isEmpty() ? ", " : "&", shown);
    }
}
