package io.namesake.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.namesake.e2e.Accessibility.requireEveryWay;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.namesake.e2e.Api.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Another SIM works for a line only after its holder was verified for that SIM, and for nobody else. */
class SimChangeIT {
    private static final String FIRST = "8991101200003204514";
    private static final String WANTED = "8991101200003204522";

    @RegisterExtension
    private static final SharedDemo DEMO = new SharedDemo();

    @Test
    void the_holder_asks_for_another_sim_shows_their_face_and_only_then_it_works() {
        String line = "+8613800139110";
        MadeUpPerson holder = new MadeUpPerson(DEMO.server(), "Xia", "S13900110");
        holder.takes(line);
        tell(line, FIRST).must(200);
        DoubtedLine.letPass(DEMO.operator(), Duration.ofDays(1));

        assertThat(tell(line, WANTED).problem()).endsWith("sim-change-not-verified");
        Page page = DEMO.browser().visit("en");
        page.navigate(asked(line, "en"));
        assertThat(page.getByTestId("sim-warning")).containsText(WANTED.substring(WANTED.length() - 4));
        requireEveryWay(page);
        new MyLinesPage(page, 0).walk(holder.fields(), "VERIFIED");
        requireEveryWay(page);
        assertThat(DEMO.operator()
                        .get("/v1/lines/equipment?line=" + line.replace("+", "%2B"))
                        .must(200)
                        .body()
                        .toString())
                .as("asking changes nothing")
                .contains(FIRST)
                .doesNotContain(WANTED);

        tell(line, WANTED).must(200);
        assertThat(present(line)).containsExactly(WANTED);
        DoubtedLine.letPass(DEMO.operator(), Duration.ofMinutes(1));
        assertThat(tell(line, FIRST).problem()).as("once").endsWith("sim-change-not-verified");
    }

    @Test
    void who_does_not_hold_the_line_reads_that_plainly_and_the_sim_stays() {
        String line = "+8613800139120";
        new MadeUpPerson(DEMO.server(), "Qiu", "S13900120").takes(line);
        tell(line, FIRST).must(200);
        DoubtedLine.letPass(DEMO.operator(), Duration.ofDays(1));

        Page page = DEMO.browser().visit("zh-CN");
        page.navigate(asked(line, "zh-CN"));
        new MyLinesPage(page, 1).walk(new MadeUpPerson(DEMO.server(), "Dong", "S13900121").fields(), "REVIEW");
        assertThat(page.locator("[data-testid=reason][data-code=NOT_THE_HOLDER]"))
                .containsText("该线路不在您名下");
        requireEveryWay(page);
        assertThat(tell(line, WANTED).problem()).endsWith("sim-change-not-verified");
        assertThat(present(line)).containsExactly(FIRST);

        Page desk = Visits.operator(DEMO.browser().visit("en"), DEMO.server(), "today");
        assertThat(desk.locator("[data-testid=application-row][data-line='" + line + "'][data-state=REVIEW]"))
                .containsText("another person’s name");
    }

    private static Answer tell(String line, String iccid) {
        return DEMO.operator().put("/v1/lines/equipment", Map.of("line", line, "kind", "ICCID", "value", iccid));
    }

    private static List<String> present(String line) {
        return DEMO.operator()
                .get("/v1/lines/equipment?line=" + line.replace("+", "%2B"))
                .must(200)
                .body()
                .get("equipment")
                .valueStream()
                .filter(one -> one.get("until").isNull())
                .map(one -> one.get("value").asString())
                .toList();
    }

    /** The operator's shop starts the check. @return the link for the holder */
    private static String asked(String line, String locale) {
        return DEMO.operator()
                .post(
                        "/v1/applications",
                        Map.of(
                                "purpose",
                                "SIM_CHANGE",
                                "service",
                                "MOBILE",
                                "line",
                                line,
                                "locale",
                                locale,
                                "sim",
                                Map.of("kind", "ICCID", "value", WANTED)))
                .must(201)
                .body()
                .at("/captureLink/url")
                .asString();
    }
}
