package io.namesake.bench.registry;

/** What is asked at each size. */
enum Question {
    LINE_BY_NUMBER("a line by its number"),
    LINES_OF_HOLDER("the lines of a holder");

    private final String words;

    Question(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
