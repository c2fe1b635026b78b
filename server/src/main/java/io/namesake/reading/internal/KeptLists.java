package io.namesake.reading.internal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Published lists that were fetched and still count; those that were not used for longest go first when there are too many. */
final class KeptLists {
    /** Bytes of all together. */
    private static final long MOST = 32L * 1024 * 1024;

    private final Map<String, Kept> lists = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /** @param until when it is to be fetched anew */
    private record Kept(byte[] token, Instant until) {}

    synchronized Optional<byte[]> get(String uri, Instant now) {
        var found = lists.get(uri);
        if (found == null) {
            return Optional.empty();
        }
        if (!now.isBefore(found.until())) {
            remove(uri);
            return Optional.empty();
        }
        return Optional.of(found.token());
    }

    synchronized void put(String uri, byte[] token, Instant until) {
        remove(uri);
        lists.put(uri, new Kept(token, until));
        bytes += token.length;
        while (bytes > MOST) {
            remove(lists.keySet().iterator().next());
        }
    }

    private void remove(String uri) {
        var removed = lists.remove(uri);
        if (removed != null) {
            bytes -= removed.token().length;
        }
    }
}
