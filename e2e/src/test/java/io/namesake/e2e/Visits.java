package io.namesake.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;

/** Pages of people who signed in a moment ago, where signing in is not what is tested. */
final class Visits {
    private static final String KEEP = "([key, secret]) => sessionStorage.setItem(key, secret)";

    private Visits() {}

    /** Somebody's own lines. */
    static Page myLines(Page page, ServerProcess server, String holderToken) {
        enter(page, server, "/my-lines", "namesake.holder-token", holderToken);
        assertThat(page.getByTestId("my-lines")).isVisible();
        return page;
    }

    /** The operator's desk, at one of its parts. */
    static Page operator(Page page, ServerProcess server, String part) {
        enter(page, server, "/operator?part=" + part, "namesake.operator-key", ServerProcess.API_KEY);
        assertThat(page.getByTestId("operator-sign-out")).isVisible();
        return page;
    }

    /** The desk of one of the operator's people, at one of its parts. */
    static Page staff(Page page, ServerProcess server, String token, String part) {
        enter(page, server, "/staff?part=" + part, "namesake.staff-token", token);
        assertThat(page.getByTestId("staff-self")).isVisible();
        return page;
    }

    private static void enter(Page page, ServerProcess server, String path, String key, String secret) {
        page.navigate(server.uri("/favicon.svg").toString());
        page.evaluate(KEEP, new String[] {key, secret});
        page.navigate(server.uri(path).toString());
    }
}
