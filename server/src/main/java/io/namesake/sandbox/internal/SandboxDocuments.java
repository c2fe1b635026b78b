package io.namesake.sandbox.internal;

import io.namesake.document.Identity;
import io.namesake.document.Portrait;
import io.namesake.document.Sex;
import io.namesake.document.specimen.ChipZip;
import io.namesake.document.specimen.SpecimenAuthority;
import io.namesake.document.specimen.SpecimenChip;
import io.namesake.sandbox.Document;
import io.namesake.sandbox.SandboxPicture;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Passports of UTO for made-up applicants, and what these type of them. */
final class SandboxDocuments {
    private static final String FAMILY_NAME = "SANDBOX";
    private static final String GIVEN_NAMES = "ROBIN";
    private static final LocalDate BORN = LocalDate.of(1990, 5, 17);
    private static final LocalDate BORN_TOO_LONG_AGO = LocalDate.of(1826, 5, 17);
    private static final int YEARS = 5;

    private final SpecimenAuthority trusted;
    private final SpecimenAuthority nobodys;
    private final SpecimenAuthority future;
    private final Clock clock;

    /**
     * @param trusted who signs for this server
     * @param nobodys who signs, and is trusted by nobody
     * @param future likewise, founded years from now
     */
    SandboxDocuments(SpecimenAuthority trusted, SpecimenAuthority nobodys, SpecimenAuthority future, Clock clock) {
        this.trusted = trusted;
        this.nobodys = nobodys;
        this.future = future;
        this.clock = clock;
    }

    X509Certificate trusted() {
        return trusted.certificate();
    }

    /** The chip's files in a zip. */
    byte[] chip(Document document, SandboxPicture portrait) {
        var identity = new Identity(
                "P",
                "UTO",
                portrait.number(),
                FAMILY_NAME,
                GIVEN_NAMES,
                "UTO",
                document == Document.CHIP_WITH_IMPOSSIBLE_BIRTH ? Optional.empty() : Optional.of(BORN),
                Sex.UNSPECIFIED,
                Optional.of(lastDay(document)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        var authority = switch (document) {
            case CHIP_OF_NOBODY -> nobodys;
            case CHIP_FROM_THE_FUTURE -> future;
            default -> trusted;
        };
        var files = SpecimenChip.make(authority, identity, new Portrait(Portrait.Format.JPEG, portrait.jpeg()));
        return ChipZip.of(document == Document.FORGED_CHIP ? forged(files) : files);
    }

    /** What the applicant confirms, corrects or types. */
    Map<String, Object> fields(Document document, String number) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("familyName", document == Document.CORRECTED_CHIP ? "Other" : FAMILY_NAME);
        fields.put("givenNames", GIVEN_NAMES);
        fields.put("documentNumber", number);
        fields.put(
                "birthDate", (document == Document.CHIP_WITH_IMPOSSIBLE_BIRTH ? BORN_TOO_LONG_AGO : BORN).toString());
        fields.put("expiryDate", lastDay(document).toString());
        return fields;
    }

    private LocalDate lastDay(Document document) {
        var today = LocalDate.now(clock);
        return document == Document.EXPIRED_CHIP ? today.minusYears(YEARS) : today.plusYears(YEARS);
    }

    /** The name is none of what the zone's check digits cover, so that only the signature tells. */
    private static Map<String, byte[]> forged(Map<String, byte[]> files) {
        var forged = new TreeMap<>(files);
        var zone = forged.get("EF.DG1").clone();
        zone[new String(zone, StandardCharsets.ISO_8859_1).indexOf(GIVEN_NAMES)] = 'D';
        forged.put("EF.DG1", zone);
        return forged;
    }
}
