package io.namesake.provisioning.tmforum;

import io.namesake.registry.LineStatus;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A line's status in TM Forum's words. A limited line stays active, since emergency calls always work; what it must not do is in its
 * characteristic {@code limits}.
 */
final class InventoryStates {
    private InventoryStates() {}

    /** ServiceStateType of TMF638. */
    static String service(LineStatus status) {
        return switch (status) {
            case PENDING -> "reserved";
            case UNVERIFIED, ACTIVE, LIMITED -> "active";
            case DEACTIVATED -> "terminated";
        };
    }

    /** ServiceOperatingStatusType of TMF638. */
    static String operating(LineStatus status) {
        return switch (status) {
            case PENDING -> "pending";
            case UNVERIFIED, ACTIVE -> "running";
            case LIMITED -> "limited";
            case DEACTIVATED -> "stopped";
        };
    }

    /** ProductStatusType of TMF637. */
    static String product(LineStatus status) {
        return switch (status) {
            case PENDING -> "pendingActive";
            case UNVERIFIED, ACTIVE, LIMITED -> "active";
            case DEACTIVATED -> "terminated";
        };
    }

    /** The statuses that are called so; none where the word is of a state in which no line of ours ever is. */
    static Set<LineStatus> called(String word, Function<LineStatus, String> words) {
        return Arrays.stream(LineStatus.values())
                .filter(status -> words.apply(status).equals(word))
                .collect(Collectors.toUnmodifiableSet());
    }
}
