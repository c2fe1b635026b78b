package io.namesake.registry;

/** Whether the network may switch the line on. */
public enum LineStatus {
    /** Asked for; nobody is verified as its holder. Off. */
    PENDING,
    /** On, since it was before Namesake knew it or before it was disowned, though no verified person stands for it. */
    UNVERIFIED,
    /** On, in the name of a verified holder. */
    ACTIVE,
    /** On, with limits; see {@link Limit}. */
    LIMITED,
    /** Off for good. Its number rests before anybody else gets it. */
    DEACTIVATED;

    /** Whether somebody can use it: on, whoever stands for it and whatever is limited. */
    public boolean isInUse() {
        return this == ACTIVE || this == LIMITED || this == UNVERIFIED;
    }
}
