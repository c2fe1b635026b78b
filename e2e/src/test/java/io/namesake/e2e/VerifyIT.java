package io.namesake.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.e2e.Distribution.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code namesake verify} as a user would call it. */
class VerifyIT {

    private static final People PEOPLE = People.available();

    @TempDir
    private Path folder;

    @BeforeEach
    void pictures() throws IOException {
        Files.write(folder.resolve("id.jpg"), PEOPLE.document());
        Files.write(folder.resolve("me.jpg"), PEOPLE.selfie());
        Files.write(folder.resolve("other.jpg"), PEOPLE.stranger());
        Files.writeString(folder.resolve("note.txt"), "This is a note, and no picture at all. ".repeat(20));
    }

    @Test
    void two_pictures_of_one_person_are_verified() throws Exception {
        Finished run = verify("id.jpg", "me.jpg");

        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(run.out())
                .contains("VERIFIED")
                .contains("id.jpg")
                .contains("one in 10,000 pairs of different persons")
                .contains("pixels apart")
                .contains("Liveness")
                .doesNotContain("\u001b");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void two_persons_are_refused_with_the_reason() throws Exception {
        Finished run = verify("id.jpg", "other.jpg");

        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(1);
        assertThat(run.out()).contains("REFUSED").contains("FACE_DOES_NOT_MATCH");
    }

    @Test
    void the_same_is_said_as_json() throws Exception {
        Finished run = verify("id.jpg", "other.jpg", "--json");

        assertThat(run.exitCode()).isEqualTo(1);
        JsonNode verdict = JsonMapper.shared().readTree(run.out());
        assertThat(verdict.get("outcome").asString()).isEqualTo("REFUSED");
        assertThat(verdict.get("reasons").get(0).get("code").asString()).isEqualTo("FACE_DOES_NOT_MATCH");
        assertThat(verdict.get("comparison").get("similarity").asDouble())
                .isLessThan(verdict.get("comparison").get("threshold").asDouble());
        assertThat(verdict.get("comparison").get("falseMatchRate").asDouble()).isEqualTo(1e-4);
        assertThat(verdict.get("document").get("eyeDistancePixels").asDouble()).isGreaterThan(20);
    }

    @Test
    void a_file_that_is_no_picture_is_named_with_what_to_do() throws Exception {
        Finished run = verify("id.jpg", "note.txt");

        assertThat(run.exitCode()).isEqualTo(65);
        assertThat(run.out())
                .contains("selfie can't be used")
                .contains("note.txt")
                .contains("JPEG, PNG or WebP");
    }

    @Test
    void a_missing_file_is_a_mistake_in_the_call() throws Exception {
        Finished run = verify("id.jpg", "nowhere.jpg");

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err()).contains("nowhere.jpg");
    }

    private Finished verify(String document, String selfie, String... more) throws Exception {
        String[] arguments = new String[5 + more.length];
        System.arraycopy(new String[] {"verify", "--document", document, "--selfie", selfie}, 0, arguments, 0, 5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        return Distribution.built().run(folder, arguments);
    }
}
