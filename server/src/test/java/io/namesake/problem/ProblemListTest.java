package io.namesake.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The list of errors that people read beside the documentation says what the server says. It is printed with
 * {@code ./mvnw -pl server -am test -Dsurefire.failIfNoSpecifiedTests=false -Dtest=ProblemListTest -Dnamesake.problems.write=true}.
 */
class ProblemListTest {
    private static final Path LIST = Path.of("..", "docs", "problems.md");

    @Test
    void the_committed_list_has_every_error_with_what_to_do() throws Exception {
        var list = list();
        if (Boolean.getBoolean("namesake.problems.write")) {
            Files.writeString(LIST, list);
        }
        assertThat(list).isEqualToNormalizingNewlines(Files.readString(LIST));
    }

    private static String list() {
        return Arrays.stream(ProblemType.values())
                .map(ProblemListTest::row)
                .collect(Collectors.joining("\n", """
                        # Problem types

                        Every error is a problem of RFC 9457 with one of these codes in `code`, what happened in `title`, and what to do in `nextStep`, in the
                        caller's language. Its `type` is the address of a page of the server, `/problems/` and the code, that says the same in English and
                        Chinese. Codes and statuses never change.

                        | code | HTTP | what happened | what to do |
                        |---|---|---|---|
                        """, "\n"));
    }

    private static String row(ProblemType type) {
        var body = ProblemAnswer.body(type, null, Locale.ENGLISH);
        return "| `%s` | %d | %s | %s |"
                .formatted(
                        type.slug(),
                        type.status().value(),
                        cell(body.getTitle()),
                        cell(body.getProperties().get("nextStep")));
    }

    private static String cell(Object text) {
        return String.valueOf(text).replace("|", "\\|").replace("<", "&lt;");
    }
}
