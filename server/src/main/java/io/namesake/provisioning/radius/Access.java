package io.namesake.provisioning.radius;

/** What a line may do. The names in lower case are what FreeRADIUS reads in {@code Namesake-Access}. */
enum Access {
    /** Everything that the operator's own modules say. */
    OPEN,
    /** On, and led to the pages for verification alone: the walled garden. */
    GARDEN,
    /** Off. */
    CLOSED
}
