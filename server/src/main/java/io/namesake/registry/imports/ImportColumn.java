package io.namesake.registry.imports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The columns of a file of lines, by their names in lower case; other columns are an error, since they might be misspelt ones. */
public enum ImportColumn {
    LINE(true, 253),
    SERVICE(true, 8),
    FAMILY_NAME(true, 200),
    GIVEN_NAMES(false, 200),
    DOCUMENT_NUMBER(true, 64),
    ISSUING_STATE(false, 3),
    PERSONAL_NUMBER(false, 64),
    BIRTH_DATE(true, 10),
    HELD_FROM(false, 40),
    MACHINE(false, 5),
    ICCID(false, 20),
    IMSI(false, 15),
    EID(false, 32),
    INSTALLATION_ADDRESS(false, 500),
    CIRCUIT_ID(false, 100);

    private final boolean required;
    private final int longest;

    ImportColumn(boolean required, int longest) {
        this.required = required;
        this.longest = longest;
    }

    /** Whether every row must fill it. */
    public boolean required() {
        return required;
    }

    /** In UTF-16 code units, after stripping. */
    int longest() {
        return longest;
    }

    /** As the header names it, such as {@code family_name}. */
    public String heading() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ImportColumn> of(String heading) {
        return Arrays.stream(values())
                .filter(column -> column.heading().equals(heading.strip()))
                .findFirst();
    }
}
