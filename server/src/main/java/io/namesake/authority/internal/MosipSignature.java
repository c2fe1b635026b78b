package io.namesake.authority.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.List;

/** MOSIP's signatures: JWS with detached content, RS256, with the signer's certificate in the header of a request. */
final class MosipSignature {

    private MosipSignature() {}

    static String sign(byte[] body, X509Certificate certificate, PrivateKey key) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .x509CertChain(List.of(Base64.encode(certificate.getEncoded())))
                    .build();
            var signed = new JWSObject(header, new Payload(body));
            signed.sign(new RSASSASigner(key));
            return signed.serialize(true);
        } catch (JOSEException | CertificateEncodingException impossible) {
            throw new IllegalStateException("the partner's key does not sign: " + impossible.getClass());
        }
    }

    /** Whom the signature names in its header counts for nothing: the configured certificate's key must have made it. */
    static boolean isRight(String signature, byte[] body, X509Certificate certificate) {
        try {
            var signed = JWSObject.parse(signature, new Payload(body));
            return signed.getHeader().getAlgorithm().equals(JWSAlgorithm.RS256)
                    && signed.verify(new RSASSAVerifier((RSAPublicKey) certificate.getPublicKey()));
        } catch (ParseException | JOSEException | RuntimeException noSignature) {
            return false;
        }
    }
}
