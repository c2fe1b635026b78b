package io.namesake.provisioning.radius;

import java.net.InetSocketAddress;
import java.util.UUID;

/**
 * An access server is to be told of a line, and this worker has leased that.
 *
 * @param accessServerId which access server
 * @param lineId which line
 * @param version which of the line's changes it is
 * @param lease what proves that it is still ours
 * @param address where it listens
 * @param means how it is told
 * @param sealedSecret see {@link AccessServers#secret}
 * @param failures how many attempts failed before
 */
record Notice(
        UUID accessServerId,
        UUID lineId,
        int version,
        UUID lease,
        InetSocketAddress address,
        AccessServer.Means means,
        byte[] sealedSecret,
        int failures) {}
