package io.namesake.access;

import java.util.Set;

/**
 * Who may call one operation. Each member opens it on its own.
 *
 * @param anyone nobody needs to be known
 * @param applicant the session of a capture link
 * @param holder a person who has just been verified
 * @param operator the operator's API key
 * @param network a server of an operator's network, such as a RADIUS server
 * @param roles staff with one of these
 * @param scopes API clients whose token has one of these
 */
public record AccessRule(
        boolean anyone,
        boolean applicant,
        boolean holder,
        boolean operator,
        boolean network,
        Set<Role> roles,
        Set<String> scopes) {

    public AccessRule {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
    }
}
