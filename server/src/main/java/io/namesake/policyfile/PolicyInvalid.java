package io.namesake.policyfile;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.TokenStreamLocation;

/** What a policy file is wrong in, and where: its message starts with line and column, where the mistake has a place. */
public final class PolicyInvalid extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PolicyInvalid(@Nullable TokenStreamLocation where, String what) {
        super(
                where == null || where.getLineNr() < 1
                        ? what
                        : "line " + where.getLineNr() + ", column " + where.getColumnNr() + ": " + what,
                null,
                false,
                false);
    }
}
