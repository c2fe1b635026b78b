package io.namesake.authority.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.List;

/** MOSIP's signatures: JWS, RS256, with the signer's certificate in the header of what we sign. */
final class MosipSignature {

    private MosipSignature() {}

    /** Of a request: the content is not in it (RFC 7515, appendix F). */
    static String detached(byte[] content, MosipSigner signer) {
        return signed(new JWSHeader.Builder(JWSAlgorithm.RS256), content, signer)
                .serialize(true);
    }

    /** Of what a device says: the content is in it, as a JWT. */
    static String token(byte[] content, MosipSigner signer) {
        return signed(new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT), content, signer)
                .serialize();
    }

    private static JWSObject signed(JWSHeader.Builder header, byte[] content, MosipSigner signer) {
        try {
            var certificate = Base64.encode(signer.certificate().getEncoded());
            var signed =
                    new JWSObject(header.x509CertChain(List.of(certificate)).build(), new Payload(content));
            signed.sign(new RSASSASigner(signer.key()));
            return signed;
        } catch (JOSEException | CertificateEncodingException impossible) {
            throw new IllegalStateException("the key does not sign: " + impossible.getClass());
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
