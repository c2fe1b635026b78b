package io.namesake.surface;

import io.namesake.surface.ApiFile.Operation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;

/** Requests to one operation, each wrong in some way; the same ones for the same source of randomness. */
final class Mutations {
    private static final String DEEP = "[".repeat(20_000);

    /** Instead of a value, as JSON. */
    private static final List<String> ODD_VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1e999",
            "9223372036854775808",
            "-0.0",
            "1.5",
            "\"\"",
            "\" \"",
            "[]",
            "{}",
            "[null]",
            "[[[[]]]]",
            "{\"a\":{\"b\":{}}}",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\u202e\"",
            "\"' or 1=1 --\"",
            "\"%s%n${jndi:x}\"",
            "\"../../etc/passwd\"",
            "\"0000-00-00\"",
            "\"+999999999999999\"",
            "\"\uD83D\uDE00\"",
            "NaN",
            "'a'",
            "0x10",
            DEEP,
            "\"" + "a".repeat(5_000) + "\"",
            "\"" + "a".repeat(70_000) + "\"",
            "[" + "1,".repeat(3_000) + "1]");

    private static final List<String> ODD_QUERIES = List.of(
            "",
            "-1",
            "0",
            "2147483648",
            "abc",
            "1.5",
            "%00",
            "%20",
            "%F0%9F",
            "%C0%80",
            "null",
            "true,false",
            "a".repeat(3_000),
            "%25",
            "en;q=1");

    private static final List<String> ODD_TYPES = List.of(
            "application/json",
            "text/plain",
            "application/xml",
            "application/json;charset=utf-99",
            "application/json;charset=UTF-16",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "application/x-www-form-urlencoded",
            "*/*",
            "json",
            ";",
            "a/b;c");

    private final ApiFile api;
    private final Operation operation;
    private final Random random;

    Mutations(ApiFile api, Operation operation, Random random) {
        this.api = api;
        this.operation = operation;
        this.random = random;
    }

    /** What is sent; headers beside the caller's. */
    record Sent(String path, Map<String, String> headers, byte[] body) {

        @Override
        public String toString() {
            var text = new String(body, 0, Math.min(300, body.length), StandardCharsets.ISO_8859_1);
            return path.substring(0, Math.min(200, path.length())) + " " + headers + " " + text;
        }
    }

    /** @param path with its variables filled */
    Sent next(String path) {
        var headers = new HashMap<String, String>();
        var body = new byte[0];
        if (operation.mediaType() != null) {
            headers.put("Content-Type", random.nextInt(6) == 0 ? any(ODD_TYPES) : usualType());
            body = random.nextInt(12) == 0 ? new byte[0] : body();
        }
        if (random.nextInt(8) == 0) {
            headers.put(
                    "Accept",
                    any(List.of("text/html", "a/b", "*", "application/json;q=2", "application/problem+json")));
        }
        if (random.nextInt(8) == 0) {
            headers.put("Accept-Language", any(List.of("zh-CN", "*", "x".repeat(200), "de;q=9", "en-", "---")));
        }
        if (random.nextInt(8) == 0) {
            headers.put("Idempotency-Key", any(List.of("", "k", "k".repeat(300), "{}")));
        }
        return new Sent(path(path), headers, body);
    }

    private String usualType() {
        return operation.mediaType().startsWith("multipart")
                ? "multipart/form-data; boundary=b"
                : operation.mediaType();
    }

    private String path(String path) {
        var odd = path.replace("+", "%2B");
        if (random.nextInt(5) == 0 && operation.path().contains("{")) {
            odd = odd.substring(0, odd.lastIndexOf('/') + 1) + any(ODD_QUERIES);
        }
        var query = operation.query().stream()
                .filter(_ -> random.nextInt(3) > 0)
                .map(name -> name + "=" + any(ODD_QUERIES))
                .toList();
        return query.isEmpty() ? odd : odd + "?" + String.join("&", query);
    }

    private byte[] body() {
        if (operation.mediaType().startsWith("multipart")) {
            return multipart();
        }
        var valid = operation.takesJson()
                ? JsonMapper.shared().writeValueAsString(mutated(api.body(operation.schema(), Map.of())))
                : "response=x&state=y";
        var text = valid.replace("\"@odd\"", any(ODD_VALUES));
        List<UnaryOperator<byte[]>> ways = List.of(
                bytes -> bytes,
                bytes -> bytes,
                bytes -> bytes,
                bytes -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)),
                this::flipped,
                bytes -> text.getBytes(StandardCharsets.UTF_16),
                bytes -> (text + text).getBytes(StandardCharsets.UTF_8));
        return any(ways).apply(text.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] multipart() {
        var part = new byte[random.nextInt(4) == 0 ? 200_000 : random.nextInt(200)];
        random.nextBytes(part);
        var name = any(List.of("image", "frames", "file", "front", "page1", "", "a\"b", "x".repeat(500)));
        var head = "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + any(ODD_QUERIES)
                + "\"\r\nContent-Type: " + any(List.of("image/jpeg", "image/png", "text/csv", "x")) + "\r\n\r\n";
        var end = any(List.of("\r\n--b--\r\n", "\r\n--b\r\n", "", "--b--"));
        return (head + new String(part, StandardCharsets.ISO_8859_1) + end).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** One member, or the whole, is to be odd. */
    private Object mutated(Object body) {
        if (body instanceof Map<?, ?> object && !object.isEmpty() && random.nextInt(10) > 0) {
            var changed = new LinkedHashMap<Object, Object>(object);
            var name = any(new ArrayList<>(object.keySet()));
            switch (random.nextInt(4)) {
                case 0 -> changed.remove(name);
                case 1 -> changed.put("unheardOf", "@odd");
                default -> changed.put(name, mutated(object.get(name)));
            }
            return changed;
        }
        return "@odd";
    }

    private byte[] flipped(byte[] bytes) {
        var changed = bytes.clone();
        for (int i = 0; i < 3 && changed.length > 0; i++) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        return changed;
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
