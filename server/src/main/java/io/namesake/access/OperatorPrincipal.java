package io.namesake.access;

/** An operator, known by its API key. As a controller's parameter: only operators may call. */
public record OperatorPrincipal(OperatorId operatorId, String name) implements Caller {}
