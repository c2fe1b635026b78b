package io.namesake.document.specimen;

import static io.namesake.document.specimen.TlvWriter.joined;
import static io.namesake.document.specimen.TlvWriter.tlv;

import io.namesake.document.Identity;
import io.namesake.document.Portrait;
import io.namesake.document.mrz.MrzWriter;
import io.namesake.document.trust.Crypto;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.icao.DataGroupHash;
import org.bouncycastle.asn1.icao.ICAOObjectIdentifiers;
import org.bouncycastle.asn1.icao.LDSSecurityObject;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Makes the files of a passport's chip. */
public final class SpecimenChip {
    private SpecimenChip() {}

    /**
     * The files by their names: EF.DG1, EF.DG2 and EF.SOD; EF.DG11 when the identity has more than the machine-readable zone has room for.
     *
     * @param identity who the passport is about
     * @param portrait JPEG or JPEG 2000
     */
    public static Map<String, byte[]> make(SpecimenAuthority authority, Identity identity, Portrait portrait) {
        return make(authority, identity, portrait, Optional.empty());
    }

    /** The same for a chip with keys of its own: EF.DG14 and EF.DG15 too. */
    public static Map<String, byte[]> make(
            SpecimenAuthority authority, Identity identity, Portrait portrait, Optional<SpecimenKeys> keys) {
        byte[] zone = MrzWriter.td3(identity).getBytes(StandardCharsets.US_ASCII);
        Map<Integer, byte[]> groups = new TreeMap<>();
        groups.put(1, tlv(0x61, tlv(0x5F1F, zone)));
        groups.put(2, dataGroup2(portrait));
        if (identity.nativeName().isPresent() || identity.address().isPresent()) {
            groups.put(11, dataGroup11(identity));
        }
        keys.ifPresent(own -> {
            groups.put(14, own.dataGroup14());
            groups.put(15, own.dataGroup15());
        });
        Map<String, byte[]> files = new TreeMap<>();
        groups.forEach((number, file) -> files.put("EF.DG" + number, file));
        files.put("EF.SOD", securityObject(authority, groups));
        return files;
    }

    private static byte[] dataGroup11(Identity identity) {
        ByteArrayOutputStream tags = new ByteArrayOutputStream();
        ByteArrayOutputStream values = new ByteArrayOutputStream();
        identity.nativeName().ifPresent(name -> write(0x5F0E, name, tags, values));
        identity.address().ifPresent(address -> write(0x5F42, address, tags, values));
        return tlv(0x6B, joined(tlv(0x5C, tags.toByteArray()), values.toByteArray()));
    }

    private static void write(int tag, String text, ByteArrayOutputStream tags, ByteArrayOutputStream values) {
        tags.write(tag >> 8);
        tags.write(tag);
        values.writeBytes(tlv(tag, text.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] securityObject(SpecimenAuthority authority, Map<Integer, byte[]> groups) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            DataGroupHash[] hashes = new TreeMap<>(groups)
                    .entrySet().stream()
                            .map(group -> new DataGroupHash(
                                    group.getKey(), new DEROctetString(digest.digest(group.getValue()))))
                            .toArray(DataGroupHash[]::new);
            LDSSecurityObject content =
                    new LDSSecurityObject(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256), hashes);
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder()
                            .setProvider(Crypto.PROVIDER)
                            .build())
                    .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(new AttributeTable(
                            new DERSet(new Attribute(
                                    CMSAttributes.signingTime, new DERSet(new Time(Date.from(authority.made()))))))))
                    .build(
                            authority
                                    .algorithm()
                                    .signer()
                                    .build(authority.signerKey().getPrivate()),
                            authority.signerCertificate()));
            generator.addCertificates(new JcaCertStore(List.of(authority.signerCertificate())));
            return tlv(
                    0x77,
                    generator
                            .generate(
                                    new CMSProcessableByteArray(
                                            ICAOObjectIdentifiers.id_icao_ldsSecurityObject, content.getEncoded()),
                                    true)
                            .getEncoded());
        } catch (GeneralSecurityException | IOException | CMSException | OperatorCreationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** One face in a record of ISO/IEC 19794-5:2005. */
    private static byte[] dataGroup2(Portrait portrait) {
        byte[] picture = portrait.bytes();
        ByteBuffer record = ByteBuffer.allocate(46 + picture.length);
        record.put("FAC\0".getBytes(StandardCharsets.US_ASCII)).put("010\0".getBytes(StandardCharsets.US_ASCII));
        record.putInt(record.capacity()).putShort((short) 1);
        // The face: its length, no feature points, nothing said of eyes, hair or pose.
        record.putInt(32 + picture.length).putShort((short) 0).put(new byte[14]);
        // The picture: a full frontal one, in its format; its size is in the picture itself.
        record.put((byte) 1)
                .put((byte) (portrait.format() == Portrait.Format.JPEG ? 0 : 1))
                .put(new byte[10]);
        record.put(picture);
        byte[] header = tlv(0xA1, joined(tlv(0x87, new byte[] {1, 1}), tlv(0x88, new byte[] {0, 8})));
        byte[] template = tlv(0x7F60, joined(header, tlv(0x5F2E, record.array())));
        return tlv(0x75, tlv(0x7F61, joined(tlv(0x02, new byte[] {1}), template)));
    }
}
