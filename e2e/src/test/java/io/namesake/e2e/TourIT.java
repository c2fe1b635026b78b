package io.namesake.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.e2e.Distribution.Finished;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole story, as a newcomer plays it; it fails by itself when a promise breaks. */
class TourIT {

    @TempDir
    private Path folder;

    @Test
    void every_promise_is_kept_from_the_first_verification_to_the_proof() throws Exception {
        Finished tour = Distribution.built().run(folder, "tour", "--show-requests");
        assertThat(tour.exitCode()).as(tour.out() + tour.err()).isZero();
        assertThat(tour.out())
                .contains("every promise was kept.")
                .contains("POST /v1/applications")
                .contains("a person has to decide")
                .contains("nothing is proved any more");
    }
}
