package io.namesake.registry;

import java.util.UUID;

/**
 * Two holders turned out to be one person. Published within the transaction that makes it so: whatever a module keeps under the
 * one goes to the other in that same transaction, or the person would not find it any more.
 *
 * @param from is nobody's from now on
 * @param into who both were
 */
public record HoldersMerged(UUID from, UUID into) {}
