package io.namesake.access;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What holders let others ask. Tokens that came by a person's browser are good only while their consent is; the module that keeps
 * consents answers here.
 */
public interface AgreedLines {

    /** Purposes that can be asked for, as scopes such as {@code dpv:IdentityVerification}. */
    Set<String> purposes();

    /** Whether a scope is for those alone for whose line the network vouches, without anybody being asked anything. */
    boolean silent(String scope);

    /**
     * The line of a number, where its holder has agreed to all of the scopes for that purpose and still does. A number that is no
     * line is like one whose holder has not.
     *
     * @param number as the operator's network says it
     */
    Optional<AgreedLine> standing(OperatorId operator, UUID client, String number, Set<String> scopes, String purpose);

    /** Whether a consent is in force now. */
    boolean stands(UUID consentId);
}
