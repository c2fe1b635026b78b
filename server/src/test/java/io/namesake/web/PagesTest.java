package io.namesake.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The portal's pages and the headers that guard them. */
@NamesakeTest
class PagesTest {

    @Autowired
    TestHttp http;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/operator",
                "/my-lines",
                "/hearing",
                "/transfer",
                "/notice",
                "/staff",
                "/retention",
                "/transparency",
                "/audit",
                "/apply/0198c0de-0000-7000-8000-000000000001"
            })
    void each_address_that_people_open_gives_the_page(String path) {
        http.anyone()
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .value("Content-Type", type -> assertThat(type).startsWith("text/html"))
                .expectHeader()
                .valueEquals("Cache-Control", "no-cache")
                .expectBody(String.class)
                .value(page -> assertThat(page).contains("<div id=\"root\">"));
    }

    @Test
    void the_scripts_that_the_page_names_are_there_and_may_be_kept() {
        var page = http.anyone()
                .get()
                .uri("/")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        var names = Pattern.compile("/assets/[^\"]+").matcher(page).results().toList();
        assertThat(names).isNotEmpty();
        names.forEach(name -> http.anyone()
                .get()
                .uri(name.group())
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .value("Cache-Control", value -> assertThat(value).contains("immutable")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v1/applications", "/nothing", "/actuator/health"})
    void every_answer_tells_browsers_to_do_nothing_but_what_the_portal_needs(String path) {
        http.anyone()
                .get()
                .uri(path)
                .exchange()
                .expectHeader()
                .value(
                        "Content-Security-Policy",
                        policy -> assertThat(policy)
                                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                                .doesNotContain("unsafe"))
                .expectHeader()
                .value(
                        "Permissions-Policy",
                        policy -> assertThat(policy)
                                .contains(
                                        "camera=(self)",
                                        "microphone=()",
                                        "publickey-credentials-create=(self)",
                                        "publickey-credentials-get=(self)"))
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .valueEquals("Referrer-Policy", "no-referrer")
                .expectHeader()
                .doesNotExist("Set-Cookie")
                .expectHeader()
                .doesNotExist("Server");
    }

    @Test
    void what_the_api_answers_is_kept_nowhere() {
        http.operator()
                .get()
                .uri("/v1/applications")
                .exchange()
                .expectHeader()
                .valueEquals("Cache-Control", "no-store");
    }

    @Test
    void health_and_measurements_can_be_read_and_name_nobody() {
        http.anyone().get().uri("/actuator/health").exchange().expectStatus().isOk();
        http.anyone()
                .get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(metrics -> assertThat(metrics).contains("namesake_faces_queue"));
    }
}
