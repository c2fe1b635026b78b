package io.namesake.cli.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class HtmlTest {

    private final Html page = new Html("A & B", "p { color: red }");

    @Test
    void whatever_comes_from_outside_is_text() {
        String html = page.element("p", "<script>alert(1)</script>", "title", "\" onclick=\"alert(1)")
                .end();
        assertThat(html)
                .contains("<title>A &amp; B</title>")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("title=\"&quot; onclick=&quot;alert(1)\"")
                .doesNotContain("<script");
    }

    @Test
    void the_page_tells_the_browser_to_load_nothing() {
        assertThat(page.end()).contains("default-src 'none'; img-src data:; style-src 'unsafe-inline'");
    }

    @Test
    void what_is_open_is_closed_at_the_end_and_what_has_no_content_at_once() {
        page.open("div").open("p").open("br").text("more");
        assertThat(page.end()).endsWith("<div><p><br>more</p>\n</div>\n</body>\n</html>\n");
    }

    @Test
    void a_row_has_a_cell_for_each_text() {
        page.head("a", "b").row("1", "2");
        assertThat(page.end().replace("\n", ""))
                .contains("<tr><th scope=\"col\">a</th><th scope=\"col\">b</th></tr><tr><td>1</td><td>2</td></tr>");
    }

    @Test
    void an_attribute_needs_a_value() {
        assertThatIllegalArgumentException().isThrownBy(() -> page.open("p", "class"));
    }
}
