package io.namesake.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.namesake.cli.page.Html;
import io.namesake.face.AttackFusion;
import io.namesake.face.AttackFusion.Specialist;
import io.namesake.face.AttackFusion.Weight;
import io.namesake.face.AttackJudgement;
import io.namesake.face.AttackSignal;
import io.namesake.face.PresentationAttack;
import io.namesake.face.PresentationAttack.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PictureOfAPictureTest {
    private static final AttackFusion FUSION = new AttackFusion(
            "network",
            "data",
            LocalDate.EPOCH,
            0.5,
            0.3,
            List.of(
                    new Weight(AttackSignal.NETWORK, "network", 0, 1, 1),
                    new Weight(AttackSignal.DETAIL, "fine", 0, 1, 0.25),
                    new Weight(AttackSignal.DETAIL, "middle", 0, 1, 0.5)),
            List.of(
                    new Specialist("worn", 3, 0.4, List.of(new Weight(AttackSignal.SEAM, "seam", 0, 1, -2))),
                    new Specialist("wax", -1, 0.1, List.of(new Weight(AttackSignal.COLOUR, "colour", 0, 1, 2)))),
            List.of());
    private static final Map<String, Double> MEASURES =
            Map.of("network", 1.5, "fine", 0.123, "middle", -1.0, "seam", 2.0, "colour", 1.0);

    @Test
    void every_judge_is_shown_and_the_log_odds_of_its_table_add_up_to_its_score() {
        String page = page(FUSION.judge(MEASURES), FUSION.judgements(MEASURES));
        List<String> tables = tables(page);
        assertThat(tables).hasSize(3);
        for (int i = 0; i < tables.size(); i++) {
            AttackJudgement judgement = FUSION.judgements(MEASURES).get(i);
            List<Double> logOdds = lastColumn(tables.get(i));
            double together = logOdds.removeLast();
            assertThat(logOdds.getFirst()).isCloseTo(judgement.bias(), within(0.005));
            assertThat(logOdds.stream().mapToDouble(one -> one).sum())
                    .as(judgement.kind())
                    .isCloseTo(together, within(0.02));
            assertThat(1 / (1 + Math.exp(-together))).isCloseTo(judgement.said().liveScore(), within(0.002));
            assertThat(tables.get(i))
                    .contains("suspects below %.3f".formatted(judgement.said().threshold()));
        }
    }

    @Test
    void the_judge_that_was_heard_is_marked_and_no_other() {
        String page = page(FUSION.judge(MEASURES), FUSION.judgements(MEASURES));
        assertThat(page)
                .contains("<h3>The general judge</h3>", "<h3>The judge of wax</h3>")
                .contains("<h3>The judge of prints that are worn – heard</h3>");
    }

    @Test
    void a_value_stands_only_where_the_contribution_follows_from_it() {
        String general = tables(page(FUSION.judge(MEASURES), FUSION.judgements(MEASURES)))
                .getFirst();
        assertThat(general).contains("<td>1.500</td>", "<td>2 measures</td>").doesNotContain("0.123");
    }

    @Test
    void without_a_fusion_or_a_network_there_is_nothing_to_add_up() {
        assertThat(page(new PresentationAttack(0.9, 0.03, Finding.LIVE), List.of()))
                .contains("The network stands alone")
                .doesNotContain("<table");
        assertThat(page(new PresentationAttack(0, 0, Finding.NOT_ASSESSED), List.of()))
                .contains("not assessed: these models have no network for it");
    }

    private static String page(PresentationAttack attack, List<AttackJudgement> judgements) {
        Html page = new Html("test", "");
        new PictureOfAPicture(attack, judgements).write(page);
        return page.end();
    }

    private static List<String> tables(String page) {
        return Pattern.compile("<table>.*?</table>", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(table -> table.group())
                .toList();
    }

    private static List<Double> lastColumn(String table) {
        List<Double> column = new ArrayList<>();
        Matcher cell = Pattern.compile("<td>([+-][0-9.]+)</td>\\s*</tr>").matcher(table);
        while (cell.find()) {
            column.add(Double.valueOf(cell.group(1)));
        }
        return column;
    }
}
