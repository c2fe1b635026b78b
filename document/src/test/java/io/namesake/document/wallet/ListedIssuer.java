package io.namesake.document.wallet;

import com.authlete.sd.SDJWT;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.namesake.document.specimen.wallet.SpecimenSdJwt;
import io.namesake.document.support.Specimens;

/** An issuer that comes with a key and no certificate. */
final class ListedIssuer {
    static final ECKey KEY = key();

    private ListedIssuer() {}

    /** The same credential, signed by this issuer. */
    static String presented(SpecimenSdJwt card) throws Exception {
        SDJWT whole = SDJWT.parse(card.present(Wallets.NEEDED, Wallets.ASKED, Specimens.NOW));
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("dc+sd-jwt"))
                .keyID(KEY.getKeyID())
                .build();
        JWSObject jws =
                new JWSObject(header, JWSObject.parse(whole.getCredentialJwt()).getPayload());
        jws.sign(new ECDSASigner(KEY));
        return new SDJWT(jws.serialize(), whole.getDisclosures()).toString();
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("1").generate();
        } catch (com.nimbusds.jose.JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
