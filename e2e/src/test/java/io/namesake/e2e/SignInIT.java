package io.namesake.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One of an operator's people, from the invitation to the closed door. */
class SignInIT {
    private static final String PASSWORD = "tractor violet mumble 91";

    @RegisterExtension
    private static final SharedDemo DEMO = new SharedDemo();

    @Test
    void whoever_is_invited_sets_up_signs_in_works_signs_out_and_finds_the_door_closed() {
        String link = invite("Li Na");
        Page page = DEMO.browser().visit("en");
        page.navigate(link);
        assertThat(page.getByTestId("invitation-number")).isVisible();
        assertThat(page.url()).doesNotContain("nsi_");
        Accessibility.requireNothingSerious(page);
        String number = page.getByTestId("invitation-number").inputValue();
        page.getByTestId("factor-app").check();
        AuthenticatorApp app = AuthenticatorApp.of(
                DEMO.server(), page.getByTestId("device-secret").textContent());
        new Keyboard(page).write("new-password", PASSWORD).write("invitation-code", app.code(0));
        new Keyboard(page).press("invitation-accept");
        assertThat(page.getByTestId("recovery-codes").locator("li")).hasCount(10);
        Accessibility.requireNothingSerious(page);
        new Keyboard(page).press("recovery-kept");
        assertThat(page.getByTestId("staff-self")).containsText("Li Na");

        // The cookie is the browser's alone.
        List<Cookie> cookies = page.context().cookies();
        assertThat(cookies).singleElement().satisfies(cookie -> {
            assertThat(cookie.httpOnly).isTrue();
            assertThat(cookie.value).isNotEmpty();
        });
        assertThat(page.evaluate("document.cookie")).isEqualTo("");

        new Keyboard(page).press("staff-sign-out");
        assertThat(page.getByTestId("sign-in")).isVisible();
        assertThat(status(page, "/v1/staff/me")).isEqualTo(401);
        Accessibility.requireNothingSerious(page);

        // The code of before is used up; the next one is good already.
        new Keyboard(page)
                .write("sign-in-number", number)
                .write("sign-in-password", PASSWORD)
                .write("sign-in-code", app.code(1))
                .press("sign-in-submit");
        assertThat(page.getByTestId("staff-self")).containsText("Li Na");
        new Keyboard(page).press("staff-tab-disputes");
        assertThat(page.getByTestId("staff-tab-disputes")).hasAttribute("aria-pressed", "true");
        new Keyboard(page).press("staff-tab-account");
        assertThat(page.getByTestId("session-row")).hasCount(1);
        Accessibility.requireNothingSerious(page);
        // A reload finds the session again; another page of the tab knows it, too.
        page.reload();
        assertThat(page.getByTestId("session-row")).hasCount(1);

        page.context().clearCookies();
        page.reload();
        assertThat(page.getByTestId("sign-in")).isVisible();
    }

    @Test
    void a_link_that_was_used_and_what_does_not_belong_together_are_explained_in_chinese() {
        Page page = DEMO.browser().visit("zh-CN");
        page.navigate(DEMO.server().uri("/staff/invitation").toString() + "#nsi_used");
        assertThat(page.getByTestId("problem")).hasAttribute("data-code", "invitation-unknown");
        assertThat(page.getByTestId("problem")).containsText("链接");
        Accessibility.requireNothingSerious(page);

        page.navigate(DEMO.server().uri("/staff").toString());
        new Keyboard(page)
                .write("sign-in-number", "AAAA-2222")
                .write("sign-in-password", PASSWORD)
                .write("sign-in-code", "000000")
                .press("sign-in-submit");
        assertThat(page.getByTestId("problem")).hasAttribute("data-code", "sign-in-refused");
        assertThat(page.getByTestId("sign-in-number")).hasValue("AAAA-2222");
    }

    /** By the operator's own page. @return the link */
    private static String invite(String name) {
        Page desk = DEMO.browser().visit("en");
        new OperatorPage(desk).open(DEMO.server()).signIn();
        desk.getByTestId("operator-tab-people").click();
        new Keyboard(desk)
                .press("staff-add")
                .write("staff-name", name)
                .choose("staff-role-REVIEWER")
                .press("staff-submit");
        assertThat(desk.getByTestId("staff-invitation")).isVisible();
        Accessibility.requireNothingSerious(desk);
        return desk.getByTestId("staff-invitation").textContent();
    }

    private static Object status(Page page, String path) {
        return page.evaluate("path => fetch(path).then(answer => answer.status)", path);
    }
}
