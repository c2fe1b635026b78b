package io.namesake.client;

/** By what the server knows who calls. */
interface Credential {
    Credential NONE = transport -> "";

    /** @return what follows {@code Authorization: Bearer}; empty for whoever calls without a name */
    String bearer(Transport transport);
}
