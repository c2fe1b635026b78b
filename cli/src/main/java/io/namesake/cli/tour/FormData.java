package io.namesake.cli.tour;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A body of {@code multipart/form-data} (RFC 7578). */
final class FormData {
    private final String boundary = "namesake-" + UUID.randomUUID();
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private final List<String> shown = new ArrayList<>();

    FormData file(String name, String type, byte[] bytes) {
        return part(name, "; filename=\"" + name + "\"", type, bytes);
    }

    FormData json(String name, String json) {
        return part(name, "", "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    private FormData part(String name, String more, String type, byte[] bytes) {
        ascii("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more
                + "\r\nContent-Type: " + type + "\r\n\r\n");
        content.writeBytes(bytes);
        ascii("\r\n");
        shown.add(name + " (" + type + ", " + bytes.length + " bytes)");
        return this;
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    byte[] bytes() {
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(content.toByteArray());
        whole.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return whole.toByteArray();
    }

    private void ascii(String text) {
        content.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** What is sent, without the bytes. */
    @Override
    public String toString() {
        return String.join(", ", shown);
    }
}
