package io.namesake.document.print.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.document.print.PrintedDocumentReader;
import io.namesake.document.specimen.card.ChineseFont;
import io.namesake.document.specimen.card.SpecimenKind;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Photos of the evaluation that could not be read once, each for a reason of its own. */
class PhotosOnceSentBackTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    @Test
    void they_are_read_completely_right() {
        var photos = new ArrayList<Map.Entry<PrintSeries, Long>>(List.of(
                // The last digits were taken for another piece of text, far behind the fillers.
                Map.entry(PrintSeries.of(SpecimenKind.PASSPORT), 24L),
                // An O like a 0, and a T that was as likely a 1.
                Map.entry(PrintSeries.of(SpecimenKind.PASSPORT), 30L)));
        ChineseFont.family()
                .map(PrintSeries::residents)
                // The day of birth was not found.
                .ifPresent(residents -> photos.add(Map.entry(residents, 12L)));
        var clock = Clock.fixed(TODAY.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
        try (var reader = PrintedDocumentReader.open(1, clock)) {
            var evaluation = new PrintEvaluation(reader, TODAY);
            for (var photo : photos) {
                assertThat(evaluation.run(photo.getKey(), 1, photo.getValue(), _ -> {}))
                        .as(photo.getKey().name() + " " + photo.getValue())
                        .extracting(PrintTrial::outcome)
                        .containsExactly(PrintTrial.Outcome.RIGHT);
            }
        }
    }
}
