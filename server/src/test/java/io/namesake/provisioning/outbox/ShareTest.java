package io.namesake.provisioning.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {

    @ParameterizedTest
    @CsvSource({"16, 4, 4", "8, 4, 4", "8, 6, 2", "4, 4, 0", "1, 4, 0"})
    void so_many_places_stay_free_that_a_receiver_has_never_more_of_a_server_than_the_rest_or_its_share(
            int places, int ofReceiver, int kept) {
        assertThat(Share.of(places, ofReceiver, places).kept()).isEqualTo(kept);
    }
}
