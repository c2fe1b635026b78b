package io.namesake.document.number;

/** How far a country's check digits can be relied on. */
public enum CheckDigits {
    /** The number has none, or how it is made is not public. */
    NONE,
    /** There is one, but numbers whose digit is not right were issued as well, or the rule is known from practice only. */
    USUAL,
    /** Every number that was issued has the right one. */
    ALWAYS
}
