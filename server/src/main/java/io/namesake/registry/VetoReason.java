package io.namesake.registry;

import io.namesake.language.Language;

/** Why an operator may object to a transfer. The list is closed, and none of its reasons is about a person. */
public enum VetoReason {
    /** A device that belongs to the contract is not paid for yet. */
    UNPAID_DEVICE,
    /** It is being clarified whose line it is. */
    OPEN_CASE,
    /** The contract does not allow it before its end. */
    CONTRACT_BOUND,
    /** There are signs that somebody is made to give the line away. */
    SUSPECTED_COERCION;

    /** One plain sentence, shown to both sides. */
    public String sentence(Language language) {
        return language.texts("io.namesake.registry.veto").getString(name());
    }
}
