package io.namesake.e2e;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/**
 * The part of a page's device that keeps passkeys: Chromium's virtual authenticator, driven over the DevTools protocol's WebAuthn
 * domain. It keeps passkeys itself (CTAP 2, resident keys) and asks its owner each time (user verification).
 *
 * @param session the protocol's session with the page
 * @param id which authenticator
 */
record Authenticator(CDPSession session, String id) {

    /** Gives a device to a page; its owner unlocks it whenever it asks. */
    static Authenticator in(Page page) {
        CDPSession session = page.context().newCDPSession(page);
        session.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject wanted = new JsonObject();
        wanted.add("options", options);
        String id = session.send("WebAuthn.addVirtualAuthenticator", wanted)
                .get("authenticatorId")
                .getAsString();
        return new Authenticator(session, id);
    }

    /** From now on its owner does not unlock it. */
    void refuses() {
        verifies(false);
    }

    void unlocks() {
        verifies(true);
    }

    /** How many passkeys it keeps. */
    int credentials() {
        return session.send("WebAuthn.getCredentials", of())
                .getAsJsonArray("credentials")
                .size();
    }

    /** From now on it is lost, and the page's device another. */
    void isLost() {
        session.send("WebAuthn.removeVirtualAuthenticator", of());
    }

    private void verifies(boolean owner) {
        JsonObject wanted = of();
        wanted.addProperty("isUserVerified", owner);
        session.send("WebAuthn.setUserVerified", wanted);
    }

    private JsonObject of() {
        JsonObject wanted = new JsonObject();
        wanted.addProperty("authenticatorId", id);
        return wanted;
    }
}
