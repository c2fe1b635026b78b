package io.namesake.access.limits;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * So many calls in a time. Whoever has been quiet may make them all at once; after that they come back evenly.
 *
 * @param most 1 to 1,000,000 calls
 * @param during one second to one day
 */
record Limit(int most, Duration during) {
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,6})\\s*/\\s*([1-9][0-9]{0,4})?([smhd])");
    private static final int MOST = 1_000_000;
    private static final Duration LONGEST = Duration.ofDays(1);

    Limit {
        if (most < 1 || most > MOST || during.compareTo(Duration.ofSeconds(1)) < 0 || during.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("A limit is 1 to 1000000 calls in a second up to a day, such as 600/1m");
        }
    }

    /**
     * Reads {@code 600/1m} or {@code 600/m}: calls, a slash, a time in seconds, minutes, hours or days. Spring finds it by its name.
     *
     * @throws IllegalArgumentException when it reads otherwise
     */
    public static Limit valueOf(String text) {
        var parts = FORM.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "A limit reads like 600/1m: calls, a slash, and a time in s, m, h or d; not " + text);
        }
        long count = parts.group(2) == null ? 1 : Long.parseLong(parts.group(2));
        var during = switch (parts.group(3)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
        return new Limit(Integer.parseInt(parts.group(1)), during);
    }
}
