package io.namesake.document.specimen.wallet;

import com.authlete.cbor.CBORByteArray;
import com.authlete.cbor.CBORInteger;
import com.authlete.cbor.CBORItem;
import com.authlete.cbor.CBORItemList;
import com.authlete.cbor.CBORPair;
import com.authlete.cbor.CBORPairList;
import com.authlete.cbor.CBORString;
import com.authlete.cbor.CBORTaggedItem;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Parts of an mdoc in CBOR. */
final class SpecimenCbor {
    private static final int X5CHAIN = 33;

    private SpecimenCbor() {}

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] covered(String context, byte[] header, byte[] payload) {
        return list(
                        new CBORString(context),
                        new CBORByteArray(header),
                        new CBORByteArray(new byte[0]),
                        new CBORByteArray(payload))
                .encode();
    }

    static CBORItem coseKey(ECPublicKey key) {
        ECKey point = new ECKey.Builder(Curve.P_256, key).build();
        return new CBORPairList(List.of(
                new CBORPair(new CBORInteger(1), new CBORInteger(2)),
                new CBORPair(new CBORInteger(-1), new CBORInteger(1)),
                new CBORPair(new CBORInteger(-2), new CBORByteArray(point.getX().decode())),
                new CBORPair(new CBORInteger(-3), new CBORByteArray(point.getY().decode()))));
    }

    static CBORItem value(Object value) {
        return switch (value) {
            case LocalDate day -> new CBORTaggedItem(1004, new CBORString(day.toString()));
            case byte[] bytes -> new CBORByteArray(bytes);
            default -> new CBORString(value.toString());
        };
    }

    static CBORItem moment(Instant at) {
        return new CBORTaggedItem(
                0, new CBORString(at.truncatedTo(ChronoUnit.SECONDS).toString()));
    }

    static CBORItem embedded(CBORItem item) {
        return new CBORTaggedItem(24, new CBORByteArray(item.encode()));
    }

    static CBORItem list(CBORItem... items) {
        return new CBORItemList(List.of(items));
    }

    static CBORPairList map(Object... entries) {
        List<CBORPair> pairs = new ArrayList<>();
        for (int i = 0; i < entries.length; i += 2) {
            pairs.add(new CBORPair(new CBORString((String) entries[i]), (CBORItem) entries[i + 1]));
        }
        return new CBORPairList(pairs);
    }

    /** COSE_Sign1 without its tag. @param header the protected one, encoded */
    static CBORItem signed(byte[] header, byte[] payload, SpecimenIssuer issuer, SecureRandom random) {
        try {
            List<CBORItem> certificates = new ArrayList<>();
            for (X509Certificate certificate : issuer.chain()) {
                certificates.add(new CBORByteArray(certificate.getEncoded()));
            }
            // One stands for itself, several in a list (RFC 9360, 2).
            CBORItem chain = certificates.size() == 1 ? certificates.getFirst() : new CBORItemList(certificates);
            return list(
                    new CBORByteArray(header),
                    new CBORPairList(List.of(new CBORPair(new CBORInteger(X5CHAIN), chain))),
                    new CBORByteArray(payload),
                    new CBORByteArray(issuer.sign(covered("Signature1", header, payload), random)));
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
