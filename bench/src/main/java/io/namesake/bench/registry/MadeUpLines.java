package io.namesake.bench.registry;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Lines of nobody, as CSV: {@code MadeUpLines FILE COUNT [FIRST]}. Every second person has two of them. Which number comes when
 * is scrambled, as in an operator's records, so that no index is filled in its own order.
 */
public final class MadeUpLines {
    /** How many numbers there are to scramble: eight digits that do not begin with 0. */
    static final int NUMBERS = 90_000_000;

    /** Has no divisor with {@link #NUMBERS}, so that each number comes once. */
    private static final long STEP = 38_196_601L;

    private MadeUpLines() {}

    public static void main(String... arguments) throws IOException {
        int first = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 0;
        write(Path.of(arguments[0]), first, first + Integer.parseInt(arguments[1]));
    }

    /** Rows from the first one to the one before the last. */
    static void write(Path file, int first, int last) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("line,service,family_name,given_names,document_number,issuing_state,birth_date,held_from\r\n");
            for (int i = first; i < last; i++) {
                int person = person(i);
                out.write(line(i) + ",MOBILE,Made" + person % 977 + ",Up" + person % 1009 + "," + document(person)
                        + ",CHN," + (1940 + person % 65) + "-0" + (1 + person % 9) + "-" + (10 + person % 19)
                        + ",20" + (10 + i % 15) + "-0" + (1 + i % 9) + "-11\r\n");
            }
        }
    }

    /** Eight digits after a prefix of mobile numbers in China. */
    static String line(int i) {
        return "+86139" + (10_000_000 + i * STEP % NUMBERS);
    }

    private static int person(int i) {
        return i / 3 * 2 + (i % 3 == 2 ? 1 : 0);
    }

    private static String document(int person) {
        return "E" + (100_000_000L + person);
    }
}
