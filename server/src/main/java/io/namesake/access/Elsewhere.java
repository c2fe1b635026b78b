package io.namesake.access;

import java.util.Optional;

/** Signing in at an issuer that the operator's people have an account with already. */
public interface Elsewhere {

    /**
     * @param name what people call it
     * @param path where this server sends a browser there
     */
    record Offer(String name, String path) {}

    /** Empty when none is configured. */
    Optional<Offer> offer();
}
