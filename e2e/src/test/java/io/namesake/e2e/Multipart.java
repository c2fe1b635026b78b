package io.namesake.e2e;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** A body of {@code multipart/form-data} (RFC 7578), as a browser's form would send it. */
final class Multipart {

    private final String boundary = "----" + UUID.randomUUID();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    static Multipart image(byte[] image) {
        return new Multipart().part("image\"; filename=\"picture.jpg", "image/jpeg", image);
    }

    Multipart fields(Map<String, String> fields) {
        return part("fields", "application/json", JsonMapper.shared().writeValueAsBytes(fields));
    }

    private Multipart part(String name, String type, byte[] content) {
        ascii("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\nContent-Type: " + type
                + "\r\n\r\n");
        bytes.writeBytes(content);
        ascii("\r\n");
        return this;
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    byte[] bytes() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(bytes.toByteArray());
        whole.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return whole.toByteArray();
    }

    private void ascii(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
