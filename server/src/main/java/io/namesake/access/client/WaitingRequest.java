package io.namesake.access.client;

import io.namesake.access.OperatorId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a browser brought to the authorization endpoint, found to be in order, and whose person has not answered.
 *
 * @param state the client's own, given back as it came
 */
record WaitingRequest(
        OperatorId operator,
        UUID clientId,
        String redirectUri,
        @Nullable String state,
        @Nullable String nonce,
        Set<String> scopes,
        String codeChallenge) {}
