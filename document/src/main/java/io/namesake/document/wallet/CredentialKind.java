package io.namesake.document.wallet;

import io.namesake.document.DocumentUnreadable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of credential that are read, and what they call the attributes that a line needs. */
public enum CredentialKind {
    /** Mobile driving licence (ISO/IEC 18013-5, table 5). */
    DRIVING_LICENCE(Format.MDOC, "org.iso.18013.5.1.mDL", "org.iso.18013.5.1", "DL", Map.of()),
    /** Person identification data as mdoc (EU Commission Implementing Regulation 2024/2977; ARF annex 3.01, 3.1). */
    PERSON_MDOC(Format.MDOC, "eu.europa.ec.eudi.pid.1", "eu.europa.ec.eudi.pid.1", "ID", Map.of()),
    /** The same as SD-JWT VC (ARF annex 3.01, 4.1). */
    PERSON_SD_JWT(
            Format.SD_JWT,
            "urn:eudi:pid:1",
            "",
            "ID",
            Map.of(
                    Attribute.BIRTH_DATE, "birthdate",
                    Attribute.LAST_DAY, "date_of_expiry",
                    Attribute.PORTRAIT, "picture",
                    Attribute.NATIONALITY, "nationalities"));

    private static final String MDL_SIGNER = "1.0.18013.5.1.2";

    /** How a credential is written, by the names of OpenID4VP 1.0, appendix B. */
    public enum Format {
        MDOC("mso_mdoc"),
        SD_JWT("dc+sd-jwt");

        private final String id;

        Format(String id) {
            this.id = id;
        }

        /** The Credential Format Identifier. */
        public String id() {
            return id;
        }
    }

    /** What an attribute says. */
    public enum Attribute {
        FAMILY_NAME("family_name", true),
        GIVEN_NAMES("given_name", true),
        BIRTH_DATE("birth_date", true),
        DOCUMENT_NUMBER("document_number", true),
        ISSUING_STATE("issuing_country", true),
        LAST_DAY("expiry_date", true),
        PORTRAIT("portrait", true),
        SEX("sex", false),
        NATIONALITY("nationality", false),
        PERSONAL_NUMBER("personal_administrative_number", false),
        NATIVE_FAMILY_NAME("family_name_national_character", false),
        NATIVE_GIVEN_NAMES("given_name_national_character", false);

        private final String usual;
        private final boolean needed;

        Attribute(String usual, boolean needed) {
            this.usual = usual;
            this.needed = needed;
        }

        /** Whether a line needs it. The others are read when they are shown, and never asked for. */
        public boolean isNeeded() {
            return needed;
        }
    }

    private final Format format;
    private final String type;
    private final String nameSpace;
    private final String documentCode;
    private final Map<Attribute, String> names;

    CredentialKind(
            Format format, String type, String nameSpace, String documentCode, Map<Attribute, String> otherwise) {
        this.format = format;
        this.type = type;
        this.nameSpace = nameSpace;
        this.documentCode = documentCode;
        names = new EnumMap<>(Attribute.class);
        for (Attribute attribute : Attribute.values()) {
            names.put(attribute, otherwise.getOrDefault(attribute, attribute.usual));
        }
    }

    /** @throws DocumentUnreadable when no kind of that format and type is read */
    static CredentialKind of(Format format, String type) throws DocumentUnreadable {
        return Stream.of(values())
                .filter(kind -> kind.format == format && kind.type.equals(type))
                .findFirst()
                .orElseThrow(() -> new DocumentUnreadable("this is none of the kinds of credential that are read"));
    }

    public Format format() {
        return format;
    }

    /** {@code doctype} of an mdoc, {@code vct} of an SD-JWT VC. */
    public String type() {
        return type;
    }

    /** What the attribute is called. */
    public String name(Attribute attribute) {
        return names.get(attribute);
    }

    /** Where it stands: name space and name of an mdoc, name of an SD-JWT VC (OpenID4VP 1.0, section 7). */
    public List<String> path(Attribute attribute) {
        return format == Format.MDOC ? List.of(nameSpace, name(attribute)) : List.of(name(attribute));
    }

    String nameSpace() {
        return nameSpace;
    }

    String documentCode() {
        return documentCode;
    }

    /** The purpose that the signer's certificate must be made for (ISO/IEC 18013-5, table B.3), where a standard names one. */
    Optional<String> signerPurpose() {
        return this == DRIVING_LICENCE ? Optional.of(MDL_SIGNER) : Optional.empty();
    }
}
