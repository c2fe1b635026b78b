package io.namesake.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Passkeys of a real browser, whose authenticator is Chromium's own virtual one. */
class PasskeyIT {
    private static final int SOMEBODY = 2;
    private static final int SOMEBODY_ELSE = 3;

    @RegisterExtension
    private static final SharedDemo DEMO = new SharedDemo();

    @Test
    void who_was_verified_once_adds_a_passkey_comes_back_with_it_without_a_face_and_removes_it() {
        Page page = DEMO.browser().visit("en");
        Authenticator device = Authenticator.in(page);
        MyLinesPage holder = new MyLinesPage(page, SOMEBODY);
        holder.verify(DEMO.server());
        holder.seeLines();

        holder.keyboard().write("passkey-label", "my phone").press("passkey-add");
        assertThat(holder.at("passkey-row")).containsText("my phone");
        assertThat(holder.at("done")).isFocused();
        assertThat(device.credentials()).isEqualTo(1);
        Accessibility.requireNothingSerious(page);

        // The device has one already and does not make a second for the same person.
        holder.keyboard().press("passkey-add");
        assertThat(holder.at("passkey-unmade")).containsText("already");
        assertThat(holder.at("passkey-row")).hasCount(1);

        holder.keyboard().press("my-lines-leave");
        assertThat(holder.at("my-lines-start")).isVisible();
        holder.keyboard().press("passkey-sign-in");
        assertThat(holder.at("my-lines")).isVisible();
        assertThat(page.url()).endsWith("/my-lines");
        assertThat(holder.at("passkey-row")).hasCount(1);

        holder.keyboard().press("passkey-remove");
        assertThat(holder.at("done")).isFocused();
        assertThat(holder.at("passkey-row")).hasCount(0);
        holder.keyboard().press("my-lines-leave");
        assertThat(holder.at("my-lines-start")).isVisible();

        // The device still has its half, which opens nothing any more; the page says so, and the other way in stands
        // there.
        holder.keyboard().press("passkey-sign-in");
        assertThat(holder.at("problem")).hasAttribute("data-code", "passkey-not-accepted");
        assertThat(holder.at("my-lines-verify")).isEnabled();
        Accessibility.requireNothingSerious(page);
    }

    @Test
    void who_does_not_unlock_the_device_is_told_that_nothing_happened_and_what_to_do() {
        Page page = DEMO.browser().visit("zh-CN");
        Authenticator device = Authenticator.in(page);
        MyLinesPage holder = new MyLinesPage(page, SOMEBODY_ELSE);
        holder.verify(DEMO.server());
        holder.seeLines();

        device.refuses();
        holder.keyboard().press("passkey-add");
        assertThat(holder.at("passkey-unmade")).containsText("没关系");
        assertThat(holder.at("passkey-add")).isEnabled();
        assertThat(device.credentials()).isZero();
        Accessibility.requireNothingSerious(page);
        device.unlocks();
        holder.keyboard().press("passkey-add");
        assertThat(holder.at("passkey-row")).hasCount(1);

        holder.keyboard().press("my-lines-leave");
        assertThat(holder.at("my-lines-start")).isVisible();
        device.refuses();
        holder.keyboard().press("passkey-sign-in");
        assertThat(holder.at("passkey-unanswered")).containsText("没关系");
        assertThat(holder.at("problem")).hasCount(0);
        assertThat(holder.at("my-lines-verify")).isEnabled();
        Accessibility.requireNothingSerious(page);

        device.unlocks();
        holder.keyboard().press("passkey-sign-in");
        assertThat(holder.at("my-lines")).isVisible();
    }
}
