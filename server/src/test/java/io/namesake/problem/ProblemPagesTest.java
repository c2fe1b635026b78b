package io.namesake.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;

/** Whoever follows the {@code type} of an error finds a page that says what it means and what to do. */
@NamesakeTest
class ProblemPagesTest {

    @Autowired
    TestHttp http;

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void each_kind_of_error_has_a_page_in_english_and_chinese(ProblemType type) {
        var english = page(type.uri().toString(), "en");
        var chinese = page(type.uri().toString(), "zh-CN");
        assertThat(english).contains("<html lang=\"en\">", "<code>" + type.slug() + "</code>", "What to do");
        assertThat(chinese).contains("<html lang=\"zh", "<code>" + type.slug() + "</code>", "怎么办");
        for (var page : new String[] {english, chinese}) {
            // What the page's policy would not let run or look as it should.
            assertThat(page).doesNotContain("<script", " style=", " onclick");
        }
    }

    @Test
    void the_link_in_an_answer_opens_the_page_of_that_answer() {
        var problem = http.anyone()
                .get()
                .uri("/v1/applications")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        assertThat(page(problem.get("type").asString(), "en"))
                .contains(HtmlUtils.htmlEscape(problem.get("title").asString(), "UTF-8"))
                .contains(HtmlUtils.htmlEscape(problem.get("nextStep").asString(), "UTF-8"));
    }

    @Test
    void the_list_names_every_kind_and_links_to_its_page() {
        var list = page("/problems", "en");
        for (var type : ProblemType.values()) {
            assertThat(list).contains("href=\"" + type.uri() + "?lang=en\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/problems/no-such-problem", "/problems/%3Cscript%3E", "/problems/a/b"})
    void there_is_no_page_for_anything_else(String address) {
        http.anyone()
                .get()
                .uri(URI.create(http.address() + address))
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    private String page(String address, String language) {
        return http.anyone()
                .get()
                .uri(address)
                .header(HttpHeaders.ACCEPT_LANGUAGE, language)
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.TEXT_HTML)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }
}
