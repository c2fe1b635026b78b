package io.namesake.document;

/** How strong a piece of identity evidence is (NIST SP 800-63A-4, 2.4.1), as far as what was authenticated bears it out. */
public enum Strength {
    /** Nothing was authenticated, or something failed: no evidence at all. */
    NONE,
    /** Read, and consistent in itself; its issuer's hand was not shown. */
    FAIR,
    /** The issuer's signature over the person's data and portrait was verified with cryptography. */
    STRONG,
    /** The same, and the chip proved that it is no copy. */
    SUPERIOR
}
