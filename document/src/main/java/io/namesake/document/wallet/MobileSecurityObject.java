package io.namesake.document.wallet;

import com.authlete.cbor.CBORItem;
import com.authlete.cose.COSEException;
import com.authlete.cose.COSEKey;
import io.namesake.document.DocumentUnreadable;
import io.namesake.document.trust.Crypto;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the issuer of an mdoc signed (ISO/IEC 18013-5, 9.1.2.4).
 *
 * @param digestAlgorithm as Java calls it
 * @param digests by name space and number
 * @param deviceKey whose private half the wallet holds
 * @param signed when it was signed
 * @param status that somebody else keeps of it
 */
record MobileSecurityObject(
        String docType,
        String digestAlgorithm,
        Map<String, Map<Long, byte[]>> digests,
        PublicKey deviceKey,
        Instant signed,
        Instant validFrom,
        Instant validUntil,
        StatusClaim status) {
    private static final Map<String, String> DIGESTS =
            Map.of("SHA-256", "SHA-256", "SHA-384", "SHA-384", "SHA-512", "SHA-512");

    /** @param payload {@code MobileSecurityObjectBytes} */
    static MobileSecurityObject read(byte[] payload) throws DocumentUnreadable {
        CborMap object = CborMap.of(Cbor.embedded(Cbor.read(payload), "the signed object"), "the signed object");
        if (!object.text("version").startsWith("1.")) {
            throw new DocumentUnreadable("the signed object is of a version that is not known here");
        }
        String digestAlgorithm = DIGESTS.get(object.text("digestAlgorithm"));
        if (digestAlgorithm == null) {
            throw new DocumentUnreadable("the hash function of the signed object is not known here");
        }
        CborMap validity = object.map("validityInfo");
        return new MobileSecurityObject(
                object.text("docType"),
                digestAlgorithm,
                digests(object.map("valueDigests")),
                key(object.map("deviceKeyInfo").get("deviceKey")),
                Cbor.moment(validity.get("signed"), "signed"),
                Cbor.moment(validity.get("validFrom"), "validFrom"),
                Cbor.moment(validity.get("validUntil"), "validUntil"),
                StatusClaim.ofCbor(object.find("status")));
    }

    private static Map<String, Map<Long, byte[]>> digests(CborMap spaces) throws DocumentUnreadable {
        Map<String, Map<Long, byte[]>> digests = new HashMap<>();
        for (Map.Entry<Object, CBORItem> space : spaces.entries().entrySet()) {
            Map<Long, byte[]> numbered = new HashMap<>();
            for (Map.Entry<Object, CBORItem> digest :
                    CborMap.of(space.getValue(), "valueDigests").entries().entrySet()) {
                if (!(digest.getKey() instanceof Long number)) {
                    throw new DocumentUnreadable("a digest has no number");
                }
                numbered.put(number, Cbor.bytes(digest.getValue(), "a digest"));
            }
            digests.put(String.valueOf(space.getKey()), Map.copyOf(numbered));
        }
        return Map.copyOf(digests);
    }

    Optional<byte[]> digest(String nameSpace, long number) {
        return Optional.ofNullable(digests.getOrDefault(nameSpace, Map.of()).get(number));
    }

    /** A key whose point lies on its curve: the provider looks, the library does not. */
    private static PublicKey key(CBORItem item) throws DocumentUnreadable {
        try {
            PublicKey key = COSEKey.build(item).createPublicKey();
            return KeyFactory.getInstance(key.getAlgorithm(), Crypto.PROVIDER)
                    .generatePublic(new X509EncodedKeySpec(key.getEncoded()));
        } catch (COSEException | GeneralSecurityException | RuntimeException malformed) {
            throw new DocumentUnreadable("the wallet's key is none that is known here");
        }
    }

    /** Says nothing personal. */
    @Override
    public String toString() {
        return "MobileSecurityObject[" + docType + "]";
    }
}
