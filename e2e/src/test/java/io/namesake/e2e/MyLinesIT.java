package io.namesake.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.namesake.e2e.Api.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What stands in one's name, on a phone's screen and by keyboard alone: seen, disputed, heard, decided, ended and lent. */
class MyLinesIT {

    @RegisterExtension
    private static final SharedDemo DEMO = new SharedDemo();

    @Test
    void a_line_that_is_not_mine_is_disputed_its_user_is_heard_and_a_person_decides() {
        Page page = DEMO.browser().visit("en");
        MyLinesPage holder = new MyLinesPage(page, 0);
        holder.takeLine(DEMO.server());
        holder.seeLines();
        assertThat(holder.at("my-line")).hasAttribute("data-status", "ACTIVE");

        holder.keyboard().press("wish-notMine");
        assertThat(holder.at("not-mine")).isVisible();
        Accessibility.requireNothingSerious(page);
        holder.keyboard().choose("claim-NEVER_TOOK_IT").press("not-mine-confirm");
        assertThat(holder.at("done")).isFocused();
        assertThat(holder.at("my-dispute")).hasAttribute("data-state", "OPEN");
        assertThat(holder.at("my-line")).hasAttribute("data-status", "LIMITED");
        Accessibility.requireNothingSerious(page);

        String line = holder.at("my-line").getAttribute("data-line");
        hear(DEMO.browser().visit("zh-CN"), line);
        Page desk = DEMO.browser().visit("en");
        new StaffPage(desk)
                .signIn(DEMO.server(), StaffPage.hire(DEMO.operator(), "Li Na", "REVIEWER"))
                .lookAtDispute(line);
        assertThat(desk.getByTestId("dispute-statement")).containsText("五月份我哥哥给我的");
        new StaffPage(desk).decide("OTHER_PARTY_CONFIRMS");
        assertThat(desk.locator("[data-testid=dispute-row][data-line='" + line + "']"))
                .hasAttribute("data-state", "UPHELD");

        page.reload();
        assertThat(holder.at("my-dispute")).hasAttribute("data-state", "UPHELD");
        assertThat(holder.at("my-dispute-decision")).containsText("does not stand in your name any more");
        assertThat(holder.at("my-lines-empty")).isVisible();
        Accessibility.requireNothingSerious(page);
        holder.keyboard().press("my-lines-leave");
        assertThat(holder.at("my-lines-start")).isVisible();
        assertThat(page.evaluate("sessionStorage.getItem('namesake.holder-token')"))
                .isNull();
    }

    /** Whoever uses the line answers, in Chinese. */
    private static void hear(Page page, String line) {
        String dispute = DEMO.operator()
                .get("/v1/disputes")
                .body()
                .get("disputes")
                .valueStream()
                .filter(one -> one.get("line").asString().equals(line))
                .findAny()
                .orElseThrow()
                .get("id")
                .asString();
        Answer link = DEMO.operator().post("/v1/disputes/" + dispute + "/hearing", Map.of("locale", "zh-CN"));
        page.navigate(link.text("url"));
        assertThat(page.getByTestId("hearing")).containsText("这不是指责");
        Accessibility.requireNothingSerious(page);
        new Keyboard(page).write("hearing-words", "五月份我哥哥给我的。").press("hearing-send");
        assertThat(page.getByTestId("hearing-thanks")).isVisible();
        assertThat(page.url()).doesNotContain("#");
        Accessibility.requireNothingSerious(page);
        page.reload();
        assertThat(page.getByTestId("hearing-thanks")).isVisible();
    }

    @Test
    void who_verifies_for_their_own_list_lends_and_ends_a_line_and_takes_that_back_and_gets_it_on_paper() {
        Page page = DEMO.browser().visit("zh-CN");
        MyLinesPage holder = new MyLinesPage(page, 1);
        holder.takeLine(DEMO.server());
        String application = holder.verify(DEMO.server());
        assertThat(page.locator("h1")).hasText("您的身份已核验");
        holder.seeLines();
        assertThat(holder.at("my-line")).hasCount(1);

        holder.keyboard()
                .press("wish-someone")
                .choose("user-kind-CHILD")
                .write("user-label", "小梅")
                .press("user-save");
        assertThat(holder.at("my-line")).containsText("小梅");

        holder.keyboard().press("wish-notNeeded").press("not-needed-confirm");
        assertThat(holder.at("ended-line")).isVisible();
        Accessibility.requireNothingSerious(page);
        holder.keyboard().press("ending-undo");
        assertThat(holder.at("my-line")).hasAttribute("data-status", "ACTIVE");

        Page desk = DEMO.browser().visit("zh-CN");
        new StaffPage(desk).signIn(DEMO.server(), StaffPage.hire(DEMO.operator(), "Wang Fang", "AGENT"));
        new Keyboard(desk)
                .press("staff-tab-paper")
                .write("paper-application", application)
                .press("paper-make");
        assertThat(desk.getByTestId("paper-line")).hasCount(1);
        Accessibility.requireNothingSerious(desk);
    }
}
