package io.namesake.access;

/** Whose program an API client is. */
public enum ClientKind {
    /** The operator's own: it does what its engineers let it do. */
    OPERATOR,
    /** Somebody else's, such as a bank's: it asks what a holder has agreed to, and nothing of the operator's own. */
    THIRD_PARTY
}
