package io.namesake.document.number;

import java.util.Objects;
import java.util.Optional;

/**
 * Where a number says that its holder was born or first registered.
 *
 * @param code as it stands in the number
 * @param name of the province, county or the like, in the language of the country where one is told; empty when the rule knows codes only
 */
public record Region(String code, Optional<String> name) {
    public Region {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(name, "name");
    }

    /** Says nothing about the person. */
    @Override
    public String toString() {
        return "Region";
    }
}
