package io.namesake.access.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a browser brings is text that can be kept and given back. */
@NamesakeTest
class CodeRequestRulesTest {
    private static final String CALLBACK = "https://bank.test/callback";

    @Autowired
    TestHttp http;

    @ParameterizedTest
    @ValueSource(strings = {"state=%00", "state=a%0Ab", "state=%7F", "state=s&nonce=%00", "state=s&nonce=n%C2%85"})
    void a_state_or_nonce_with_a_control_character_goes_back_as_an_error(String given) throws Exception {
        var client = TestClients.registerWithRedirect(http, CALLBACK, "kyc-match:match");
        var address = http.address() + "/oauth2/authorize?response_type=code&client_id=" + client.id()
                + "&redirect_uri=" + CALLBACK + "&scope=dpv:IdentityVerification%20kyc-match:match"
                + "&code_challenge_method=S256&code_challenge=" + "A".repeat(43) + "&" + given;
        try (var browser = HttpClient.newHttpClient()) {
            var answer =
                    browser.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding());
            assertThat(answer.headers().firstValue("Location").orElse("no redirect, " + answer.statusCode()))
                    .startsWith(CALLBACK + "?error=invalid_request&state=");
        }
    }
}
