package io.namesake.application.internal;

import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import io.namesake.application.TestApplicant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A server without a key to ask wallets with. */
@NamesakeTest
class WalletsNotOfferedTest {

    @Autowired
    TestHttp http;

    @Test
    void no_wallet_is_asked_and_the_applicant_is_told() {
        var applicant = TestApplicant.withConsent(http);
        applicant
                .post("wallet-request", Map.of())
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("wallet-not-offered");
        http.bearer(applicant.sessionToken)
                .get()
                .uri("/v1/applications/" + applicant.id + "/wallet-request")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("NOT_OFFERED");
    }
}
