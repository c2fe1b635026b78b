package io.namesake.client;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What one operation asks. What is null is left out, but in a path. */
final class Request {
    private final String method;
    private String path;
    private final List<String> query = new ArrayList<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private byte[] body;
    private String shown = "";
    private Form form;

    /** @param path with its parameters in braces */
    Request(String method, String path) {
        this.method = method;
        this.path = path;
    }

    void path(String name, Object value) {
        path = path.replace("{" + name + "}", encoded(Objects.requireNonNull(value, name)));
    }

    void query(String name, Object value) {
        if (value instanceof Collection<?> several) {
            several.forEach(one -> query(name, one));
        } else if (value != null) {
            query.add(encoded(name) + "=" + encoded(value));
        }
    }

    void header(String name, Object value) {
        if (value != null) {
            headers.put(name, value.toString());
        }
    }

    void json(Object value) {
        if (value != null) {
            shown = NamesakeClient.JSON.writeValueAsString(value);
            body = shown.getBytes(StandardCharsets.UTF_8);
            headers.put("Content-Type", "application/json");
        }
    }

    /** Of {@code multipart/form-data}. */
    void part(String name, Object value) {
        if (value != null) {
            form().part(name, value, NamesakeClient.JSON);
        }
    }

    /** Of a URL-encoded form. */
    void field(String name, Object value) {
        if (value != null) {
            form().field(name, value.toString(), false);
        }
    }

    void secretField(String name, String value) {
        form().field(name, value, true);
    }

    private Form form() {
        if (form == null) {
            form = new Form();
        }
        return form;
    }

    String method() {
        return method;
    }

    /** With the query. */
    String target() {
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    String shown() {
        return form == null ? shown : form.toString();
    }

    HttpRequest.Builder to(URI server) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server + target())).method(method, publisher());
        headers.forEach(request::header);
        if (form != null) {
            request.header("Content-Type", form.contentType());
        }
        return request;
    }

    private BodyPublisher publisher() {
        if (form != null) {
            return BodyPublishers.ofByteArray(form.bytes());
        }
        return body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
    }

    private static String encoded(Object value) {
        return URLEncoder.encode(value.toString(), StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** For messages: no query, which may name a person. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
