package io.namesake.document.wallet;

import com.authlete.cbor.CBORByteArray;
import com.authlete.cbor.CBORInteger;
import com.authlete.cbor.CBORItem;
import com.authlete.cbor.CBORNull;
import com.authlete.cbor.CBORPairList;
import com.authlete.cbor.CBORValue;
import com.authlete.cose.COSEException;
import com.authlete.cose.COSEMac0;
import com.authlete.cose.COSESign1;
import com.authlete.cose.constants.COSEHeaderParameters;
import io.namesake.document.DocumentUnreadable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The one document of a response (ISO/IEC 18013-5, 8.3.2.1.2.2), taken apart and not yet judged.
 *
 * @param items the attributes that were shown
 * @param issuerAuth the issuer's signature over the security object
 * @param chain certificates of the signer, the signer's own first
 * @param deviceNameSpaces what the wallet says itself, encoded; nothing of it is read, but the proof covers it
 * @param deviceSignature the wallet's proof as a signature
 * @param deviceMac the same as a code that only wallet and reader can make
 */
record PresentedMdoc(
        String docType,
        List<Item> items,
        COSESign1 issuerAuth,
        List<byte[]> chain,
        byte[] deviceNameSpaces,
        Optional<COSESign1> deviceSignature,
        Optional<COSEMac0> deviceMac) {
    private static final int LARGEST = 2 * 1024 * 1024;

    /** One attribute. @param encoded {@code IssuerSignedItemBytes}, of which the digest was signed */
    record Item(String nameSpace, long digestId, String identifier, CBORItem value, byte[] encoded) {

        @Override
        public String toString() {
            return "Item[" + nameSpace + ", " + identifier + "]";
        }
    }

    static PresentedMdoc read(byte[] deviceResponse) throws DocumentUnreadable {
        if (deviceResponse.length > LARGEST) {
            throw new DocumentUnreadable("a wallet's response has at most " + LARGEST + " bytes");
        }
        CborMap response = CborMap.of(Cbor.read(deviceResponse), "the response");
        if (!(response.get("status") instanceof CBORInteger status) || status.getValue() != 0) {
            throw new DocumentUnreadable("the wallet says that it could not answer");
        }
        List<? extends CBORItem> documents = Cbor.list(response.get("documents"), "documents");
        if (documents.size() != 1) {
            throw new DocumentUnreadable("the response has " + documents.size() + " documents instead of one");
        }
        CborMap document = CborMap.of(documents.getFirst(), "the document");
        CborMap issuerSigned = document.map("issuerSigned");
        CborMap deviceSigned = document.map("deviceSigned");
        CborMap deviceAuth = deviceSigned.map("deviceAuth");
        COSESign1 issuerAuth = sign1(issuerSigned.get("issuerAuth"));
        CBORItem nameSpaces = deviceSigned.get("nameSpaces");
        Cbor.embedded(nameSpaces, "nameSpaces");
        Optional<CBORItem> mac = deviceAuth.find("deviceMac");
        Optional<CBORItem> signature = deviceAuth.find("deviceSignature");
        if (mac.isPresent() == signature.isPresent()) {
            throw new DocumentUnreadable("the wallet's proof is neither one signature nor one code");
        }
        return new PresentedMdoc(
                document.text("docType"),
                items(issuerSigned.find("nameSpaces")),
                issuerAuth,
                chain(issuerAuth),
                nameSpaces.encode(),
                signature.isPresent() ? Optional.of(detached(sign1(signature.get()))) : Optional.empty(),
                mac.isPresent() ? Optional.of(mac0(mac.get())) : Optional.empty());
    }

    private static List<Item> items(Optional<CBORItem> spaces) throws DocumentUnreadable {
        List<Item> items = new ArrayList<>();
        if (spaces.isEmpty()) {
            return items;
        }
        Set<List<Object>> seen = new HashSet<>();
        for (Map.Entry<Object, CBORItem> space :
                CborMap.of(spaces.get(), "nameSpaces").entries().entrySet()) {
            String nameSpace = String.valueOf(space.getKey());
            for (CBORItem encoded : Cbor.list(space.getValue(), nameSpace)) {
                CborMap item = CborMap.of(Cbor.embedded(encoded, "an attribute"), "an attribute");
                if (!(item.get("digestID") instanceof CBORValue<?> number)
                        || !(number.getValue() instanceof Number digestId)) {
                    throw new DocumentUnreadable("an attribute has no number");
                }
                String identifier = item.text("elementIdentifier");
                if (!seen.add(List.of(nameSpace, identifier)) || !seen.add(List.of(nameSpace, digestId.longValue()))) {
                    throw new DocumentUnreadable("an attribute is there twice");
                }
                items.add(new Item(
                        nameSpace, digestId.longValue(), identifier, item.get("elementValue"), encoded.encode()));
            }
        }
        return items;
    }

    private static COSESign1 sign1(CBORItem item) throws DocumentUnreadable {
        try {
            return COSESign1.build(item);
        } catch (COSEException | RuntimeException malformed) {
            throw new DocumentUnreadable("a signature in the response is malformed");
        }
    }

    private static COSEMac0 mac0(CBORItem item) throws DocumentUnreadable {
        try {
            COSEMac0 mac = COSEMac0.build(item);
            if (mac.getPayload() instanceof CBORNull) {
                return mac;
            }
        } catch (COSEException | RuntimeException malformed) {
            // Said below.
        }
        throw new DocumentUnreadable("the wallet's proof is malformed");
    }

    /** What the wallet signs is known to whoever asked; it is not in the response (9.1.3.4). */
    private static COSESign1 detached(COSESign1 signature) throws DocumentUnreadable {
        if (signature.getPayload() instanceof CBORNull) {
            return signature;
        }
        throw new DocumentUnreadable("the wallet's proof is malformed");
    }

    private static List<byte[]> chain(COSESign1 issuerAuth) throws DocumentUnreadable {
        CborMap header =
                CborMap.of(new CBORPairList(issuerAuth.getUnprotectedHeader().getPairs()), "the signature's header");
        return certificates(header.get((long) COSEHeaderParameters.X5CHAIN));
    }

    /** {@code x5chain}: one certificate or a list of them (RFC 9360, 2). */
    static List<byte[]> certificates(CBORItem chain) throws DocumentUnreadable {
        if (chain instanceof CBORByteArray one) {
            return List.of(one.getValue());
        }
        List<byte[]> certificates = new ArrayList<>();
        for (CBORItem certificate : Cbor.list(chain, "the signer's chain")) {
            certificates.add(Cbor.bytes(certificate, "a certificate"));
        }
        return certificates;
    }

    /** What the issuer signed. */
    byte[] payload() throws DocumentUnreadable {
        return Cbor.bytes(issuerAuth.getPayload(), "the signed object");
    }

    /** Says nothing personal. */
    @Override
    public String toString() {
        return "PresentedMdoc[" + docType + ", " + items.size() + " attributes]";
    }
}
