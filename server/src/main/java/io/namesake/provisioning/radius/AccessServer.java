package io.namesake.provisioning.radius;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.UUID;

/**
 * One of an operator's access servers, where sessions are (a NAS in the words of RFC 2865), or a RADIUS server before them.
 *
 * @param id the row's
 * @param address where it takes requests of RFC 5176, by default on port 3799
 * @param means how it is told
 * @param createdAt since when
 */
record AccessServer(UUID id, InetSocketAddress address, Means means, Instant createdAt) {

    /** How sessions are brought to what now holds for their line. */
    enum Means {
        /** The session is ended (Disconnect-Request); the network authorises its next one anew. */
        DISCONNECT,
        /** The session goes on with other attributes (CoA-Request); a line that is off is disconnected all the same. */
        COA
    }
}
