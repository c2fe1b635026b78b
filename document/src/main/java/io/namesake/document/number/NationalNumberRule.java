package io.namesake.document.number;

/** The public rules of one country's numbers. Thread-safe. */
public interface NationalNumberRule {

    /** ISO 3166-1 alpha-3, such as {@code CHN}. */
    String country();

    /** What the number is called where it is issued. */
    String name();

    /** The law, the standard or the authority's own publication that the rule follows. */
    String source();

    /** How far the number's own check digit can be relied on. */
    CheckDigits checkDigits();

    /**
     * Reads a number.
     *
     * @param text as it is written, with or without the usual separators; capital or small letters; whatever it is, there is an answer
     */
    NumberReading read(String text);
}
