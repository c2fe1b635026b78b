package io.namesake.provisioning.radius;

import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.InetAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an operator asks for. */
@Schema(name = "NewAccessServer")
record NewAccessServer(
        @Schema(
                description = "An address of IPv4 or IPv6; no name",
                requiredMode = Schema.RequiredMode.REQUIRED,
                example = "192.0.2.7")
        @Nullable
        String address,

        @Schema(description = "1 to 65535; 3799 where it is left out", example = "3799") @Nullable
        Integer port,

        @Schema(description = "16 to 128 visible ASCII characters", requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String secret,

        @Schema(
                description =
                        "DISCONNECT ends the session; COA gives it the policy's other attributes, and ends it where the line"
                                + " is off. DISCONNECT where it is left out")
        AccessServer.@Nullable Means means) {
    /** RFC 5176, section 2.1. */
    private static final int STANDARD_PORT = 3799;

    private static final int LAST_PORT = 65_535;

    InetAddress parsedAddress() {
        if (address == null) {
            throw new Problem(ProblemType.REQUEST_INVALID, "The address is missing.");
        }
        return IpAddress.parse(address)
                .filter(parsed -> !parsed.isAnyLocalAddress() && !parsed.isMulticastAddress())
                .orElseThrow(() -> new Problem(
                        ProblemType.ACCESS_SERVER_INVALID, "The address must be one of IPv4 or IPv6, not a name."));
    }

    int boundedPort() {
        int number = Optional.ofNullable(port).orElse(STANDARD_PORT);
        if (number < 1 || number > LAST_PORT) {
            throw new Problem(ProblemType.ACCESS_SERVER_INVALID, "The port must lie in 1 to " + LAST_PORT + ".");
        }
        return number;
    }

    SharedSecret parsedSecret() {
        if (secret == null) {
            throw new Problem(ProblemType.REQUEST_INVALID, "The secret is missing.");
        }
        return SharedSecret.parse(secret);
    }

    AccessServer.Means chosenMeans() {
        return Optional.ofNullable(means).orElse(AccessServer.Means.DISCONNECT);
    }

    /** Without the secret, since records end up in logs. */
    @Override
    public String toString() {
        return "NewAccessServer[" + address + "]";
    }
}
