package io.namesake.registry;

import io.namesake.language.Language;

/** Which rule stopped a transfer that both sides wanted. The list is closed. The line stays with its holder. */
public enum TransferRefusal {
    /** Between acceptance and completion the receiver came to as many lines as the rules allow. */
    LINE_LIMIT_REACHED;

    /**
     * What it means and what to do next, in plain words. Only the receiver reads what it is about; the giver reads that the line
     * stays theirs.
     */
    public String sentence(Transfer.Side side, Language language) {
        return language.texts("io.namesake.registry.refusal").getString(name() + "." + side.name());
    }
}
