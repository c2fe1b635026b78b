package io.namesake.document.specimen;

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
     * The files by their names: EF.DG1, EF.DG2 and EF.SOD.
     *
     * @param identity who the passport is about
     * @param portrait JPEG or JPEG 2000
     */
    public static Map<String, byte[]> make(SpecimenAuthority authority, Identity identity, Portrait portrait) {
        byte[] zone = MrzWriter.td3(identity).getBytes(StandardCharsets.US_ASCII);
        byte[] dg1 = tlv(0x61, tlv(0x5F1F, zone));
        byte[] dg2 = dataGroup2(portrait);
        Map<String, byte[]> files = new TreeMap<>();
        files.put("EF.DG1", dg1);
        files.put("EF.DG2", dg2);
        files.put("EF.SOD", securityObject(authority, Map.of(1, dg1, 2, dg2)));
        return files;
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

    private static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    private static byte[] tlv(int tag, byte[] value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (tag > 0xFF) {
            out.write(tag >> 8);
        }
        out.write(tag);
        if (value.length < 0x80) {
            out.write(value.length);
        } else if (value.length < 0x100) {
            out.write(0x81);
            out.write(value.length);
        } else if (value.length < 0x10000) {
            out.write(0x82);
            out.write(value.length >> 8);
            out.write(value.length);
        } else {
            out.write(0x83);
            out.write(value.length >> 16);
            out.write(value.length >> 8);
            out.write(value.length);
        }
        out.writeBytes(value);
        return out.toByteArray();
    }
}
