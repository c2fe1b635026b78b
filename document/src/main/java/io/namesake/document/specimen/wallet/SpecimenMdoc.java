package io.namesake.document.specimen.wallet;

import static io.namesake.document.specimen.wallet.SpecimenCbor.coseKey;
import static io.namesake.document.specimen.wallet.SpecimenCbor.covered;
import static io.namesake.document.specimen.wallet.SpecimenCbor.embedded;
import static io.namesake.document.specimen.wallet.SpecimenCbor.joined;
import static io.namesake.document.specimen.wallet.SpecimenCbor.list;
import static io.namesake.document.specimen.wallet.SpecimenCbor.map;
import static io.namesake.document.specimen.wallet.SpecimenCbor.moment;
import static io.namesake.document.specimen.wallet.SpecimenCbor.sha256;
import static io.namesake.document.specimen.wallet.SpecimenCbor.value;

import com.authlete.cbor.CBORByteArray;
import com.authlete.cbor.CBORInteger;
import com.authlete.cbor.CBORItem;
import com.authlete.cbor.CBORItemList;
import com.authlete.cbor.CBORNull;
import com.authlete.cbor.CBORPair;
import com.authlete.cbor.CBORPairList;
import com.authlete.cbor.CBORString;
import com.authlete.cbor.CBORTaggedItem;
import io.namesake.document.trust.Crypto;
import io.namesake.document.wallet.CredentialKind;
import io.namesake.document.wallet.CredentialKind.Attribute;
import io.namesake.document.wallet.SessionTranscript;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

/** An mdoc in a specimen wallet, with the key that it is bound to (ISO/IEC 18013-5, 9.1.2 and 9.1.3). */
public final class SpecimenMdoc {
    private static final byte[] ES256 = {(byte) 0xA1, 1, 0x26};
    private static final byte[] HMAC_256 = {(byte) 0xA1, 1, 5};
    private static final byte[] EMPTY_MAP = {(byte) 0xA0};
    private static final int RANDOM = 32;

    private final CredentialKind kind;
    private final String nameSpace;
    private final Map<Attribute, CBORItem> items;
    private final CBORItem issuerAuth;
    private final KeyPair device;
    private final SecureRandom random;

    private SpecimenMdoc(
            CredentialKind kind,
            String nameSpace,
            Map<Attribute, CBORItem> items,
            CBORItem issuerAuth,
            KeyPair device,
            SecureRandom random) {
        this.kind = kind;
        this.nameSpace = nameSpace;
        this.items = items;
        this.issuerAuth = issuerAuth;
        this.device = device;
        this.random = random;
    }

    /** @param attributes see {@link SpecimenAttributes} */
    public static SpecimenMdoc issue(
            SpecimenIssuer issuer,
            CredentialKind kind,
            Map<Attribute, Object> attributes,
            SpecimenValidity validity,
            SecureRandom random) {
        return issue(issuer, kind, attributes, validity, Optional.empty(), random);
    }

    /** @param status where the issuer says whether it still counts */
    public static SpecimenMdoc issue(
            SpecimenIssuer issuer,
            CredentialKind kind,
            Map<Attribute, Object> attributes,
            SpecimenValidity validity,
            Optional<SpecimenStatus> status,
            SecureRandom random) {
        Map<Attribute, CBORItem> items = new EnumMap<>(Attribute.class);
        List<CBORPair> digests = new ArrayList<>();
        attributes.forEach((attribute, value) -> {
            byte[] salt = new byte[RANDOM];
            random.nextBytes(salt);
            CBORItem item = embedded(map(
                    "digestID", new CBORInteger(attribute.ordinal()),
                    "random", new CBORByteArray(salt),
                    "elementIdentifier", new CBORString(kind.name(attribute)),
                    "elementValue", value(value)));
            items.put(attribute, item);
            digests.add(new CBORPair(new CBORInteger(attribute.ordinal()), new CBORByteArray(sha256(item.encode()))));
        });
        String nameSpace = kind.path(Attribute.FAMILY_NAME).getFirst();
        KeyPair device = SpecimenIssuer.pair(random);
        CBORPairList signed = map(
                "version",
                new CBORString("1.0"),
                "digestAlgorithm",
                new CBORString("SHA-256"),
                "valueDigests",
                map(nameSpace, new CBORPairList(digests)),
                "deviceKeyInfo",
                map("deviceKey", coseKey((ECPublicKey) device.getPublic())),
                "docType",
                new CBORString(kind.type()),
                "validityInfo",
                map(
                        "signed", moment(validity.signed()),
                        "validFrom", moment(validity.from()),
                        "validUntil", moment(validity.until())));
        byte[] payload = embedded(withStatus(signed, status)).encode();
        return new SpecimenMdoc(
                kind, nameSpace, items, SpecimenCbor.signed(ES256, payload, issuer, random), device, random);
    }

    private static CBORItem withStatus(CBORPairList signed, Optional<SpecimenStatus> status) {
        List<CBORPair> entries = new ArrayList<>(signed.getPairs());
        status.ifPresent(place -> entries.add(new CBORPair(new CBORString("status"), place.cbor())));
        return new CBORPairList(entries);
    }

    /** {@code DeviceResponse} with these attributes and the wallet's signature over the conversation. */
    public byte[] present(Set<Attribute> shown, SessionTranscript transcript) {
        byte[] signature =
                SpecimenIssuer.sign(device, covered("Signature1", ES256, authentication(transcript)), random);
        return response(
                shown,
                map(
                        "deviceSignature",
                        list(
                                new CBORByteArray(ES256),
                                new CBORPairList(List.of()),
                                CBORNull.INSTANCE,
                                new CBORByteArray(signature))));
    }

    /** The same with a code that only the holder of the reader's key can check. */
    public byte[] presentWithCode(Set<Attribute> shown, SessionTranscript transcript, PublicKey reader) {
        try {
            KeyAgreement agreement = KeyAgreement.getInstance("ECDH", Crypto.PROVIDER);
            agreement.init(device.getPrivate());
            agreement.doPhase(reader, true);
            HKDFBytesGenerator derivation = new HKDFBytesGenerator(new SHA256Digest());
            byte[] salt = sha256(new CBORTaggedItem(24, new CBORByteArray(transcript.bytes())).encode());
            derivation.init(new HKDFParameters(
                    agreement.generateSecret(), salt, "EMacKey".getBytes(StandardCharsets.US_ASCII)));
            byte[] key = new byte[32];
            derivation.generateBytes(key, 0, key.length);
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] tag = mac.doFinal(covered("MAC0", HMAC_256, authentication(transcript)));
            return response(
                    shown,
                    map(
                            "deviceMac",
                            list(
                                    new CBORByteArray(HMAC_256),
                                    new CBORPairList(List.of()),
                                    CBORNull.INSTANCE,
                                    new CBORByteArray(tag))));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] response(Set<Attribute> shown, CBORItem deviceAuth) {
        List<CBORItem> disclosed =
                shown.stream().filter(items::containsKey).map(items::get).toList();
        CBORItem document = map(
                "docType", new CBORString(kind.type()),
                "issuerSigned",
                        map("nameSpaces", map(nameSpace, new CBORItemList(disclosed)), "issuerAuth", issuerAuth),
                "deviceSigned",
                        map(
                                "nameSpaces",
                                new CBORTaggedItem(24, new CBORByteArray(EMPTY_MAP)),
                                "deviceAuth",
                                deviceAuth));
        return map("version", new CBORString("1.0"), "documents", list(document), "status", new CBORInteger(0))
                .encode();
    }

    private byte[] authentication(SessionTranscript transcript) {
        CBORItem nameSpaces = new CBORTaggedItem(24, new CBORByteArray(EMPTY_MAP));
        byte[] start = list(new CBORString("DeviceAuthentication")).encode();
        start[0] = (byte) 0x84;
        return new CBORTaggedItem(
                        24,
                        new CBORByteArray(joined(
                                start, transcript.bytes(), new CBORString(kind.type()).encode(), nameSpaces.encode())))
                .encode();
    }
}
