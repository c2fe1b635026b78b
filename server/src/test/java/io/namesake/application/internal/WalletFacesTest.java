package io.namesake.application.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import io.namesake.application.Pictures;
import io.namesake.application.TestApplicant;
import io.namesake.document.wallet.CredentialKind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** A wallet's portrait and a selfie, with real pictures and the real networks, under the policy that is shipped. */
@NamesakeTest
@Import(SpecimenWallets.Offered.class)
@TestPropertySource(properties = "namesake.policy=")
class WalletFacesTest {

    @Autowired
    TestHttp http;

    @Test
    void the_person_of_the_wallets_portrait_is_verified() throws Exception {
        assertThat(decided(Pictures.SELFIE_OF_A, CredentialKind.DRIVING_LICENCE)
                        .get("state")
                        .asString())
                .isEqualTo("VERIFIED");
    }

    @Test
    void another_person_with_the_same_wallet_is_refused() throws Exception {
        var application = decided(Pictures.SELFIE_OF_D, CredentialKind.PERSON_SD_JWT);
        assertThat(application.get("state").asString()).isEqualTo("REFUSED");
        assertThat(application.at("/decision/reasons/0/code").asString()).isEqualTo("FACE_DOES_NOT_MATCH");
    }

    private JsonNode decided(byte[] selfie, CredentialKind kind) throws Exception {
        var applicant = TestApplicant.withConsent(http);
        TestWallet.ofAnna(http)
                .answer(applicant.walletLink(), kind)
                .expectStatus()
                .isOk();
        applicant.confirm(SpecimenWallets.FIELDS).expectStatus().isOk();
        applicant.selfie(selfie).expectStatus().isOk();
        return applicant.decided();
    }
}
