package io.namesake.access.signin;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a browser says of itself, cut down to words of two closed lists: enough to recognise one's own, too little to follow anybody. */
final class BrowserKind {
    /** In the order in which they are told apart: most claim to be one of those after them. */
    private static final Map<String, String> BROWSERS = ordered(
            "Edg", "Edge", "Firefox", "Firefox", "FxiOS", "Firefox", "CriOS", "Chrome", "Chrome", "Chrome", "Safari",
            "Safari");

    private static final Map<String, String> SYSTEMS = ordered(
            "Android",
            "Android",
            "iPhone",
            "iOS",
            "iPad",
            "iOS",
            "HarmonyOS",
            "HarmonyOS",
            "Windows",
            "Windows",
            "Mac OS",
            "macOS",
            "Linux",
            "Linux");

    private static final String OTHER = "?";

    private BrowserKind() {}

    /** @param userAgent the header, null when there was none */
    static String of(@Nullable String userAgent) {
        var text = userAgent == null ? "" : userAgent;
        return first(BROWSERS, text) + " / " + first(SYSTEMS, text);
    }

    private static String first(Map<String, String> known, String text) {
        return known.entrySet().stream()
                .filter(entry -> text.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(OTHER);
    }

    private static Map<String, String> ordered(String... pairs) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
