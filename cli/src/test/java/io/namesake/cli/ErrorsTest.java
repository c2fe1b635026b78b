package io.namesake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

/** Java's own exit code for an error is 1, which verify says of a refused person. */
class ErrorsTest {
    private final StringWriter err = new StringWriter();

    /** Ends as it is told. */
    @Command(name = "fail")
    private record Fail(Error error) implements Callable<Integer> {
        @Override
        public Integer call() {
            throw error;
        }
    }

    @Test
    void a_library_that_cannot_be_loaded_is_something_missing_and_no_refused_person() {
        for (LinkageError error : List.of(
                new UnsatisfiedLinkError("no onnxruntime in java.library.path"),
                new NoClassDefFoundError("io/namesake/face/FaceVerifier"),
                new ExceptionInInitializerError("failed to load onnxruntime"))) {
            assertThat(run(error)).isEqualTo(69);
        }
        assertThat(err.toString()).contains("can't be loaded", "no onnxruntime", "NAMESAKE_BUILD=always");
    }

    @Test
    void too_little_memory_says_how_to_give_more() {
        assertThat(run(new OutOfMemoryError("Java heap space"))).isEqualTo(70);
        assertThat(err.toString())
                .contains("Java heap space", "NAMESAKE_JAVA_OPTS=-Xmx4g")
                .doesNotContain("defect");
    }

    @Test
    void any_other_error_is_a_defect_and_shows_where() {
        assertThat(run(new StackOverflowError())).isEqualTo(70);
        assertThat(err.toString()).contains("a defect of Namesake", "StackOverflowError");
    }

    private int run(Error error) {
        return Namesake.run(
                Namesake.commandLine().addSubcommand(new Fail(error)).setErr(new PrintWriter(err, true)), "fail");
    }
}
