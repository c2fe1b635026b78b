package io.namesake.access.external;

import io.namesake.access.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads our roles out of the claims of another issuer. A word that nobody mapped means nothing. */
final class IssuerRoles {
    private final String path;
    private final Map<Role, Set<String>> words;

    IssuerRoles(String path, Map<Role, Set<String>> words) {
        this.path = path;
        this.words = words;
    }

    /** @return none when the claim is missing, has another shape, or says nothing that was mapped */
    Set<Role> in(Map<String, Object> claims) {
        var said = words(claims);
        var roles = EnumSet.noneOf(Role.class);
        words.forEach((role, names) -> {
            if (names.stream().anyMatch(said::contains)) {
                roles.add(role);
            }
        });
        return roles;
    }

    /** The path itself may be a claim's name: some issuers name theirs by a URL with dots in it. */
    private Set<String> words(Map<String, Object> claims) {
        if (claims.containsKey(path)) {
            return texts(claims.get(path));
        }
        Object at = claims;
        for (var step : path.split("\\.")) {
            at = at instanceof Map<?, ?> object ? object.get(step) : null;
        }
        return texts(at);
    }

    private static Set<String> texts(@Nullable Object value) {
        return switch (value) {
            case Collection<?> many -> many.stream().map(String::valueOf).collect(Collectors.toSet());
            case String text -> Set.copyOf(Arrays.asList(text.split("[ ,]+")));
            case null, default -> Set.of();
        };
    }
}
