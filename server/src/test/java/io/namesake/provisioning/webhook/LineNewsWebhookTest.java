package io.namesake.provisioning.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.namesake.mylines.LineDisputed;
import io.namesake.registry.HolderDeathCleared;
import io.namesake.registry.HolderDeceased;
import io.namesake.registry.HolderDetails;
import io.namesake.registry.Line;
import io.namesake.registry.LineIdentifier;
import io.namesake.registry.Lines;
import io.namesake.registry.Service;
import io.namesake.registry.SimChanged;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an operator hears about its lines beside their status. */
class LineNewsWebhookTest extends WebhookTest {
    @Autowired
    Lines lines;

    private Line line;

    @BeforeEach
    void a_line_of_which_there_is_news() {
        var identifier = LineIdentifier.parse(Service.MOBILE, "+8613800138000");
        line = transaction.execute(_ -> {
            lines.reserve(operator, identifier, application);
            return lines.activate(
                    operator,
                    identifier,
                    application,
                    new HolderDetails("Zhang", "Sanfeng", "11010519491231002X", LocalDate.of(1949, 12, 31)));
        });
        endpoint();
    }

    @Test
    void another_sim_is_told_without_its_number() {
        publish(new SimChanged(UUID.randomUUID(), operator, line.id(), line.identifier(), AT));
        told("line.sim-changed", "");
    }

    @Test
    void a_death_is_told_and_that_it_was_none_likewise() {
        publish(new HolderDeceased(UUID.randomUUID(), operator, line.id(), AT));
        told("line.holder-deceased", "");
        publish(new HolderDeathCleared(UUID.randomUUID(), operator, line.id(), false, AT));
        told("line.death-cleared", ",\"heldByAnother\":false");
    }

    @Test
    void a_dispute_is_told_with_its_time_and_never_with_who_complained() {
        var dispute = UUID.randomUUID();
        publish(new LineDisputed(UUID.randomUUID(), operator, line.id(), dispute, AT.plus(Duration.ofDays(5)), AT));
        told(
                "line.disputed",
                ",\"disputeId\":\"%s\",\"decideBy\":\"%s\"".formatted(dispute, AT.plus(Duration.ofDays(5))));
    }

    private void told(String type, String more) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(receiver.requests())
                        .extracting(TestReceiver.Request::body)
                        .anySatisfy(body -> assertThat(body)
                                .contains("\"io.namesake." + type + ".v1\"")
                                .contains("\"data\":{\"line\":\"+8613800138000\",\"service\":\"MOBILE\",\"since\":\""
                                        + AT + "\"" + more + "}")));
    }
}
