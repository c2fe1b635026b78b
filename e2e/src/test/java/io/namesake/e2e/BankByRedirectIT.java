package io.namesake.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A bank sends a person's browser to Namesake; they read who asks, agree or not, and are sent back. */
class BankByRedirectIT {
    private static final String FILL_IN = "/camara/kyc-fill-in/v0.4/fill-in";

    @RegisterExtension
    private static final SharedDemo DEMO = new SharedDemo();

    @Test
    void a_person_agrees_on_the_way_the_bank_asks_about_that_line_and_it_ends_when_they_say_so() throws IOException {
        Page page = DEMO.browser().visit("en");
        MyLinesPage holder = new MyLinesPage(page, 2);
        holder.takeLine(DEMO.server());
        holder.seeLines();
        String line = holder.at("my-line").first().getAttribute("data-line");
        try (BankByRedirect bank = BankByRedirect.open(
                DEMO.operator(), "Lakeside Bank", List.of("kyc-fill-in:phoneNumber", "kyc-fill-in:familyName"))) {
            page.navigate(bank.door().toString());
            assertThat(holder.at("agree")).containsText("Lakeside Bank wants to ask, to prevent fraud.");
            assertThat(holder.at("agree-scopes")).containsText("Your family name");
            assertThat(page.url()).doesNotContain("?");
            Accessibility.requireNothingSerious(page);
            holder.at("agree-line-" + line).check();
            holder.keyboard().press("agree-grant");
            assertThat(page.locator("#words")).hasText("Welcome to the bank.");

            var told = bank.asThePersonAllowed().post(FILL_IN, Map.of()).must(200);
            assertThat(told.text("phoneNumber")).isEqualTo(line);
            assertThat(told.text("familyName")).isNotEmpty();

            page.navigate(DEMO.server().uri("/my-lines").toString());
            assertThat(holder.at("disclosure-asked-with").first()).hasAttribute("data-with", "PERSON");
            Accessibility.requireNothingSerious(page);
            holder.keyboard().press("consent-withdraw");
            assertThat(holder.at("done")).containsText("Lakeside Bank may not ask any more.");
            bank.asThePersonAllowed().post(FILL_IN, Map.of()).must(401);

            page.navigate(bank.door().toString());
            holder.keyboard().press("agree-refuse");
            assertThat(page.locator("#words")).hasText("Not today.");
        }
    }

    @Test
    void who_is_not_signed_in_is_told_what_this_is_first_in_their_own_language() throws IOException {
        Page page = DEMO.browser().visit("zh-CN");
        try (BankByRedirect bank = BankByRedirect.open(DEMO.operator(), "湖畔银行", List.of("sim-swap:check"))) {
            page.navigate(bank.door().toString());
            assertThat(page.getByTestId("agree-sign-in")).containsText("只有您本人可以允许");
            Accessibility.requireNothingSerious(page);
        }
    }
}
