package io.namesake.application;

import io.namesake.document.Identity;
import io.namesake.document.Portrait;
import io.namesake.document.Sex;
import io.namesake.document.specimen.ChipZip;
import io.namesake.document.specimen.SpecimenAuthority;
import io.namesake.document.specimen.SpecimenAuthority.Algorithm;
import io.namesake.document.specimen.SpecimenChip;
import io.namesake.document.specimen.SpecimenKeys;
import io.namesake.document.trust.TrustedAuthority;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The passport of a made-up person of a country that does not exist, with a picture of person a. */
public final class SpecimenPassport {
    public static final Map<String, String> FIELDS = Map.of(
            "familyName", "Müller",
            "givenNames", "Anna Maria",
            "documentNumber", "X12345678",
            "birthDate", "1990-05-17",
            "expiryDate", "2035-12-31");
    private static final Identity ANNA = new Identity(
            "P",
            "UTO",
            "X12345678",
            "MUELLER",
            "ANNA MARIA",
            "UTO",
            Optional.of(LocalDate.of(1990, 5, 17)),
            Sex.FEMALE,
            Optional.of(LocalDate.of(2035, 12, 31)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** Of the authority that {@link Trusted} makes trusted. */
    public static final SpecimenPassport TRUSTED = new SpecimenPassport();

    public static final SpecimenPassport UNTRUSTED = new SpecimenPassport();

    private final SpecimenAuthority authority =
            SpecimenAuthority.make(Algorithm.EC_NIST, Instant.now(), new SecureRandom());
    private final Map<String, byte[]> files =
            SpecimenChip.make(authority, ANNA, new Portrait(Portrait.Format.JPEG, Pictures.DOCUMENT_OF_A));

    private SpecimenPassport() {}

    /** With a key of its own, and its answer to a challenge, in hexadecimal. */
    public byte[] chipThatAnswers(String challenge) {
        var keys = SpecimenKeys.make(SpecimenKeys.Kind.EC, new SecureRandom());
        var answering = new TreeMap<>(SpecimenChip.make(
                authority, ANNA, new Portrait(Portrait.Format.JPEG, Pictures.DOCUMENT_OF_A), Optional.of(keys)));
        var answer = keys.answer(HexFormat.of().parseHex(challenge), new SecureRandom());
        answering.put("aa-challenge.bin", answer.challenge());
        answering.put("aa-response.bin", answer.response());
        return ChipZip.of(answering);
    }

    /** A zip, as a phone sends it. */
    public byte[] chip() {
        return ChipZip.of(files);
    }

    public byte[] chipWithout(String file) {
        var fewer = new TreeMap<>(files);
        fewer.remove(file);
        return ChipZip.of(fewer);
    }

    /** Its holder is called otherwise than the issuer has signed. */
    public byte[] forgedChip() {
        var forged = new TreeMap<>(files);
        var dg1 = forged.get("EF.DG1").clone();
        int name = new String(dg1, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("ANNA");
        dg1[name] = 'I';
        forged.put("EF.DG1", dg1);
        return ChipZip.of(forged);
    }

    /** Makes the server trust the authority of {@link #TRUSTED}. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Trusted {
        @Bean
        TrustedAuthority specimenAuthority() {
            return new TrustedAuthority(
                    TRUSTED.authority.certificate(), "a test", LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC));
        }
    }
}
