package io.namesake.provisioning.activation;

import io.namesake.access.OperatorId;
import java.util.UUID;

/** An attempt to tell an activation server of a line came to its end, well or not. Not stored: it may be lost in a crash. */
public record ActivationTried(OperatorId operatorId, UUID lineId) {}
