package io.namesake.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One of an operator's people with a passkey, from the invitation to the day when the device is lost. */
class StaffPasskeyIT {
    private static final String PASSWORD = "tractor violet mumble 91";

    @RegisterExtension
    private static final SharedDemo DEMO = new SharedDemo();

    @Test
    void whoever_is_invited_takes_a_passkey_signs_in_with_it_changes_it_and_comes_in_by_paper_when_it_is_lost() {
        Page page = DEMO.browser().visit("en");
        Authenticator laptop = Authenticator.in(page);
        page.navigate(invite());
        assertThat(page.getByTestId("factor-passkey")).isChecked();
        String number = page.getByTestId("invitation-number").inputValue();
        Accessibility.requireNothingSerious(page);
        laptop.refuses();
        new Keyboard(page)
                .write("new-password", PASSWORD)
                .write("staff-passkey-label", "laptop")
                .press("invitation-accept");
        assertThat(page.getByTestId("staff-passkey-unmade")).containsText("authenticator app");
        laptop.unlocks();
        new Keyboard(page).press("invitation-accept");
        assertThat(page.getByTestId("recovery-codes").locator("li")).hasCount(10);
        List<String> codes = page.getByTestId("recovery-codes").locator("li").allTextContents();
        assertThat(laptop.credentials()).isEqualTo(1);
        new Keyboard(page).press("recovery-kept");
        assertThat(page.getByTestId("staff-self")).isVisible();

        signOut(page);
        Accessibility.requireNothingSerious(page);
        new Keyboard(page).press("staff-passkey-sign-in");
        assertThat(page.getByTestId("staff-self")).isVisible();

        new Keyboard(page).press("staff-tab-account").press("factors-change").press("proof-passkey");
        assertThat(page.getByTestId("staff-passkey-add")).isVisible();
        Accessibility.requireNothingSerious(page);
        new Keyboard(page).press("staff-passkey-add");
        assertThat(page.getByTestId("staff-passkey-unmade")).containsText("already");

        laptop.isLost();
        Authenticator phone = Authenticator.in(page);
        new Keyboard(page).write("staff-passkey-label", "phone").press("staff-passkey-add");
        assertThat(passkeys(page)).hasCount(2);
        new Keyboard(page).pressWithin("[data-label='laptop']", "staff-passkey-remove");
        assertThat(passkeys(page)).hasCount(1);
        assertThat(page.getByTestId("done")).isFocused();
        new Keyboard(page).press("staff-passkey-remove");
        assertThat(page.getByTestId("problem")).hasAttribute("data-code", "last-factor");
        Accessibility.requireNothingSerious(page);

        signOut(page);
        new Keyboard(page).press("staff-passkey-sign-in");
        assertThat(page.getByTestId("staff-self")).isVisible();
        signOut(page);

        phone.isLost();
        Authenticator.in(page);
        new Keyboard(page)
                .write("sign-in-number", number)
                .write("sign-in-password", PASSWORD)
                .write("sign-in-code", codes.get(0))
                .press("sign-in-submit");
        assertThat(page.getByTestId("staff-self")).isVisible();
        new Keyboard(page)
                .press("staff-tab-account")
                .press("factors-change")
                .press("proof-otherwise")
                .write("proof-password", PASSWORD)
                .write("proof-code", codes.get(1))
                .press("proof-submit");
        new Keyboard(page).write("staff-passkey-label", "new laptop").press("staff-passkey-add");
        assertThat(passkeys(page)).hasCount(2);
        new Keyboard(page).pressWithin("[data-label='phone']", "staff-passkey-remove");
        assertThat(passkeys(page)).hasCount(1);
        new Keyboard(page).press("recovery-renew");
        assertThat(page.getByTestId("recovery-codes").locator("li")).hasCount(10);
        assertThat(page.getByTestId("recovery-left")).containsText("10");
        assertThat(page.getByTestId("recovery-codes").locator("li").allTextContents())
                .doesNotContainAnyElementsOf(codes);
        Accessibility.requireNothingSerious(page);

        signOut(page);
        new Keyboard(page).press("staff-passkey-sign-in");
        assertThat(page.getByTestId("staff-self")).isVisible();
    }

    /** @return the link, which opens once */
    private static String invite() {
        return DEMO.operator()
                .post("/v1/staff/invitations", Map.of("name", "Wang Fang", "roles", List.of("REVIEWER")))
                .must(201)
                .text("url");
    }

    private static void signOut(Page page) {
        new Keyboard(page).press("staff-sign-out");
        assertThat(page.getByTestId("sign-in")).isVisible();
    }

    private static Locator passkeys(Page page) {
        return page.getByTestId("staff-passkey-row");
    }
}
