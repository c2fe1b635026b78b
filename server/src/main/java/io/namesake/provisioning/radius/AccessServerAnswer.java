package io.namesake.provisioning.radius;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An access server as its operator sees it: without the secret. */
@Schema(name = "AccessServer")
record AccessServerAnswer(
        UUID id, @Schema(example = "192.0.2.7") String address, int port, AccessServer.Means means, Instant createdAt) {

    static AccessServerAnswer of(AccessServer server) {
        return new AccessServerAnswer(
                server.id(),
                server.address().getAddress().getHostAddress(),
                server.address().getPort(),
                server.means(),
                server.createdAt());
    }

    @Schema(name = "AccessServers")
    record AllServers(List<AccessServerAnswer> accessServers) {}

    @Schema(name = "AccessNotices")
    record Notices(List<OpenNotice> notices) {}

    @Schema(name = "AccessNotice")
    record OpenNotice(
            @Schema(description = "Which line: its id, not its name")
            UUID lineId,

            @Schema(description = "When the line changed last")
            Instant requestedAt,

            @Schema(description = "How many attempts failed")
            int failures,

            @Schema(
                    description =
                            "Of the last attempt: timeout, unreachable, not-sent, or nak- and the Error-Cause of RFC 5176;"
                                    + " null before the first",
                    example = "timeout")
            @Nullable
            String failure,

            @Schema(description = "Null when there will be no other attempt") @Nullable
            Instant nextAttemptAt) {}
}
