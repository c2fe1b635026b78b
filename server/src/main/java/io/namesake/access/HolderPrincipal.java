package io.namesake.access;

import java.time.Instant;
import java.util.UUID;

/**
 * A person whose identity has just been verified, or who proved to be that person again with a passkey. They see what stands in
 * their own name at every operator of this deployment, and nothing else (promise 5).
 *
 * @param holderId the registry's holder
 * @param sessionId the session that they opened
 * @param verifiedAt when their identity was last verified against a document
 */
public record HolderPrincipal(UUID holderId, UUID sessionId, Instant verifiedAt) implements Caller {}
