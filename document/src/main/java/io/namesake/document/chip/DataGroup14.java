package io.namesake.document.chip;

import io.namesake.document.DocumentUnreadable;
import java.io.IOException;
import java.math.BigInteger;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;

/**
 * EF.DG14: what the chip can do to secure itself (ICAO Doc 9303-10, 4.7.14; SecurityInfos of Doc 9303-11, 9.2).
 *
 * @param chipKeys its keys for chip authentication
 * @param activeAlgorithm what it signs challenges with, when the key alone does not say it (ActiveAuthenticationInfo)
 */
record DataGroup14(List<ChipKey> chipKeys, Optional<String> activeAlgorithm) {
    private static final int TAG = 0x6E;
    private static final int LARGEST = 32 * 1024;
    private static final int MOST_INFOS = 100;
    /** id-CA: its children are protocols, those of id-PK public keys. */
    private static final ASN1ObjectIdentifier CHIP_AUTHENTICATION = new ASN1ObjectIdentifier("0.4.0.127.0.7.2.2.3");

    private static final ASN1ObjectIdentifier PUBLIC_KEY = new ASN1ObjectIdentifier("0.4.0.127.0.7.2.2.1");
    private static final ASN1ObjectIdentifier ACTIVE_AUTHENTICATION = new ASN1ObjectIdentifier("2.23.136.1.1.5");

    /**
     * A key for chip authentication.
     *
     * @param protocol object identifier of the protocol; empty when only the key says that it can be done
     * @param keyType object identifier of the key's kind (DH or ECDH)
     * @param number which of several keys; empty when there is one
     */
    record ChipKey(Optional<String> protocol, String keyType, PublicKey key, Optional<BigInteger> number) {}

    static DataGroup14 read(byte[] file) throws DocumentUnreadable {
        byte[] content = Tlv.only(file, TAG);
        if (content.length > LARGEST) {
            throw new DocumentUnreadable("EF.DG14 has at most " + LARGEST + " bytes");
        }
        try {
            ASN1Set infos = ASN1Set.getInstance(ASN1Primitive.fromByteArray(content));
            if (infos.size() > MOST_INFOS) {
                throw new DocumentUnreadable("EF.DG14 holds more than " + MOST_INFOS + " entries");
            }
            return of(infos);
        } catch (IOException | RuntimeException malformed) {
            throw new DocumentUnreadable("EF.DG14 is not a set of security infos");
        }
    }

    private static DataGroup14 of(ASN1Set infos) throws DocumentUnreadable {
        Optional<String> active = Optional.empty();
        List<ASN1Sequence> protocols = new ArrayList<>();
        List<ASN1Sequence> keys = new ArrayList<>();
        for (ASN1Encodable entry : infos) {
            ASN1Sequence info = ASN1Sequence.getInstance(entry);
            ASN1ObjectIdentifier kind = ASN1ObjectIdentifier.getInstance(info.getObjectAt(0));
            if (kind.equals(ACTIVE_AUTHENTICATION) && info.size() > 2) {
                active = Optional.of(
                        ASN1ObjectIdentifier.getInstance(info.getObjectAt(2)).getId());
            } else if (kind.on(CHIP_AUTHENTICATION)) {
                protocols.add(info);
            } else if (kind.on(PUBLIC_KEY)) {
                keys.add(info);
            }
        }
        List<ChipKey> chipKeys = new ArrayList<>();
        for (ASN1Sequence key : keys) {
            chipKeys.add(chipKey(key, protocols));
        }
        return new DataGroup14(List.copyOf(chipKeys), active);
    }

    private static ChipKey chipKey(ASN1Sequence info, List<ASN1Sequence> protocols) throws DocumentUnreadable {
        Optional<BigInteger> number = number(info);
        Optional<String> protocol = protocols.stream()
                .filter(known -> number(known).equals(number))
                .map(known ->
                        ASN1ObjectIdentifier.getInstance(known.getObjectAt(0)).getId())
                .findFirst();
        try {
            return new ChipKey(
                    protocol,
                    ASN1ObjectIdentifier.getInstance(info.getObjectAt(0)).getId(),
                    ChipPublicKey.read(info.getObjectAt(1).toASN1Primitive().getEncoded()),
                    number);
        } catch (IOException impossible) {
            throw new DocumentUnreadable("a key of EF.DG14 is malformed");
        }
    }

    /** keyId stands third, after the protocol's version or the key. */
    private static Optional<BigInteger> number(ASN1Sequence info) {
        return info.size() > 2
                ? Optional.of(ASN1Integer.getInstance(info.getObjectAt(2)).getValue())
                : Optional.empty();
    }
}
