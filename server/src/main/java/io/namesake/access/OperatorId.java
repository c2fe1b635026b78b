package io.namesake.access;

import java.util.UUID;

/** An operator: a telecom or internet provider, a tenant. */
public record OperatorId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
