package io.namesake.access;

import java.util.UUID;

/**
 * A server in an operator's network, known by a token of its own, which lies on that server's disk: it may ask whether lines are
 * to be on, and nothing else. As a controller's parameter: only such servers may call.
 *
 * @param operatorId whose network it is
 * @param serverId the server
 */
public record NetworkPrincipal(OperatorId operatorId, UUID serverId) implements Caller {}
