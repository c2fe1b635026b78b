package io.namesake.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.NamesakeDemo;
import io.namesake.TestHttp;
import io.namesake.application.TestApplicant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@NamesakeDemo
class DemoWalletTest {

    @Autowired
    TestHttp http;

    @Test
    void a_made_up_applicants_wallet_answers_the_request_of_this_server() {
        var sample = sample();
        var applicant = TestApplicant.withConsent(http);
        var link = applicant.walletLink();
        answer(sample, link).expectStatus().isNoContent();
        assertThat(applicant.state().at("/document/source").asString()).isEqualTo("WALLET");
        assertThat(applicant.state().at("/document/strength").asString()).isEqualTo("STRONG");
        // It was answered, once and for all.
        answer(sample, link).expectStatus().isNotFound();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "openid4vp://?client_id=x",
                "openid4vp://?request_uri=%",
                "openid4vp://?request_uri=http%3A%2F%2Fother.example%2F",
                "openid4vp://?request_uri=http%3A%2F%2Fother.example%2Fv1%2Fdemo",
                "openid4vp://?request_uri=mailto%3Aa%40b.example"
            })
    void it_asks_nobody_else(String link) {
        answer(sample(), link).expectStatus().is4xxClientError();
    }

    private RestTestClient.ResponseSpec answer(String sample, String link) {
        return http.anyone()
                .post()
                .uri("/v1/demo/wallets/" + sample)
                .body(Map.of("link", link))
                .exchange();
    }

    private String sample() {
        return http.anyone()
                .get()
                .uri("/v1/demo")
                .exchange()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .at("/samples/0/id")
                .asString();
    }
}
