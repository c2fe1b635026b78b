package io.namesake.audit;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One spelling for one set of details: the JSON Canonicalization Scheme (RFC 8785) for an object whose values are strings.
 * Members are sorted by UTF-16 code units (section 3.2.3), no space is written, and only what must be escaped is (section 3.2.2.2).
 */
final class CanonicalJson {

    private CanonicalJson() {}

    static String of(Map<String, String> members) {
        SortedMap<String, String> sorted = new TreeMap<>(members);
        var json = new StringBuilder("{");
        sorted.forEach((name, value) -> {
            if (json.length() > 1) {
                json.append(',');
            }
            string(json, name);
            json.append(':');
            string(json, value);
        });
        return json.append('}').toString();
    }

    private static void string(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\b' -> json.append("\\b");
                case '\t' -> json.append("\\t");
                case '\n' -> json.append("\\n");
                case '\f' -> json.append("\\f");
                case '\r' -> json.append("\\r");
                default -> {
                    if (c < ' ') {
                        json.append("\\u%04x".formatted((int) c));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        json.append('"');
    }
}
