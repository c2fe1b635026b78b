package io.namesake.access;

import jakarta.servlet.http.HttpServletRequest;

/** Opens sessions for people of the staff who were recognised elsewhere. */
public interface StaffDoor {

    /**
     * Opens a session in the browser that asks, in the place of the one that it had.
     *
     * @param how what recognised them, for the audit log
     * @return the value of a {@code Set-Cookie} header
     */
    String open(StaffPrincipal staff, String how, HttpServletRequest request);
}
