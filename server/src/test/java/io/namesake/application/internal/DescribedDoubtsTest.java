package io.namesake.application.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.face.challenge.ChallengeFlaw;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The doubts that a reviewer is told are a closed list in the API's description, so that pages have words for each. */
class DescribedDoubtsTest {

    @Test
    void every_doubt_about_a_recording_stands_in_the_description_of_the_api() {
        var doubts = Stream.concat(
                Arrays.stream(ChallengeFlaw.values())
                        .filter(ChallengeFlaw::isContradiction)
                        .map(Enum::name),
                Arrays.stream(CaptureSign.values()).filter(CaptureSign::isDoubt).map(Enum::name));
        var described = JsonMapper.shared()
                .readTree(Path.of("../docs/api/openapi.json").toFile())
                .at("/components/schemas/ReviewEvidence/properties/doubts/items/enum");
        assertThat(described.valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrderElementsOf(doubts.toList());
    }
}
