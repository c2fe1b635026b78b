package io.namesake.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.namesake.e2e.Api.Answer;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;

/**
 * A program of somebody who asks about lines while their holders agree.
 *
 * @param api speaks with its access token
 */
record Bank(Api api) {
    private static final String SCOPE = "kyc-match:match";

    /** Registered by the operator, and given a token. */
    static Bank of(Api operator, String name) {
        Answer made = operator.post(
                        "/v1/api-clients", Map.of("name", name, "kind", "THIRD_PARTY", "scopes", List.of(SCOPE)))
                .must(201);
        String form = "grant_type=client_credentials&client_id=%s&client_secret=%s"
                .formatted(made.body().at("/client/id").asString(), URLEncoder.encode(made.text("secret"), UTF_8));
        Api anyone = operator.as("");
        return new Bank(
                anyone.as(anyone.postForm("/oauth2/token", form).must(200).text("access_token")));
    }

    /** Asks the holder of a line whether it may ask about it. */
    void asksAbout(String line) {
        api.post(
                        "/v1/consent-requests",
                        Map.of("phoneNumber", line, "scopes", List.of(SCOPE), "purpose", "FRAUD_PREVENTION"))
                .must(202);
    }
}
