package io.namesake.registry.imports;

/** What can be wrong with a row. The sentences say nothing of what stands there: reports are passed on, and rows are personal. */
public enum ImportFault {
    MISSING("This column must be filled."),
    TOO_LONG("This is longer than the column may be."),
    NOT_TEXT("This holds characters that cannot be seen."),
    SERVICE_UNKNOWN("The service must be MOBILE, FIXED or INTERNET."),
    LINE_INVALID(
            "This is not a line of that service: a number must begin with + and the country's code, an account be user@realm."),
    DOCUMENT_NUMBER_INVALID("A document's number has at least one letter or digit."),
    STATE_INVALID("The issuing state must be the three letters of ICAO Doc 9303, such as CHN, or D."),
    STATE_MISSING("A personal number needs the state that gave it."),
    DATE_INVALID(
            "The date must be written as year-month-day, such as 1980-02-29; held_from may also be a time with its offset."),
    DATE_IMPOSSIBLE("The date lies before 1900, or in the future."),
    MACHINE_INVALID("This must be true or false."),
    DIGITS_INVALID("This number has another count of digits, or is not of digits alone."),
    LINE_EXISTS("This line is registered already, otherwise than this row says; it was left as it is.");

    private final String sentence;

    ImportFault(String sentence) {
        this.sentence = sentence;
    }

    /** One plain English sentence. */
    public String sentence() {
        return sentence;
    }
}
