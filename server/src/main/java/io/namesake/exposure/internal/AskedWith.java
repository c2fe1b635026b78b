package io.namesake.exposure.internal;

import io.namesake.access.ClientPrincipal;
import io.swagger.v3.oas.annotations.media.Schema;

/** With whose token something was asked. */
@Schema(name = "AskedWith")
enum AskedWith {
    /** The client's own, with the number. */
    CLIENT,
    /** One that the holder gave it by their browser, in their own lines. */
    PERSON,
    /** One that a browser brought from the line itself, as the operator's network says. */
    NETWORK;

    static AskedWith of(ClientPrincipal client) {
        var line = client.line();
        return line == null ? CLIENT : line.byNetwork() ? NETWORK : PERSON;
    }
}
