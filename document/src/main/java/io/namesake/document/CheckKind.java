package io.namesake.document;

/** The tests of a document, in the order in which they are made. */
public enum CheckKind {
    /** The check digits of the machine-readable zone (ICAO Doc 9303-3, 4.9). */
    MRZ_CHECK_DIGITS,
    /** Whether the machine-readable zone has the form of its kind: length, characters, dates that exist. */
    MRZ_FORM,
    /** Whether a national number keeps its own rules, and says the same birth date and sex as the rest of the document. */
    NATIONAL_NUMBER,
    /** Whether the machine-readable zone and the printed zone say the same. */
    ZONES_AGREE,
    /** Whether the document's own last day is over. */
    EXPIRY,
    /** Whether it is a specimen, which stands for nobody. */
    SPECIMEN,
    /** Signs that the portrait was put in afterwards. */
    PORTRAIT_REPLACED,
    /** Signs that the picture shows a screen or a copy instead of the document. */
    COPY,
    /** The signature over the list of hashes (EF.SOD; ICAO Doc 9303-11, 5.1). */
    CHIP_SIGNATURE,
    /** Whether the signer's certificate was issued by a country authority (CSCA) that is trusted and of the document's issuing state. */
    CHIP_SIGNER,
    /** Whether the signer's and the authority's certificates were valid when the chip was signed. */
    CHIP_SIGNER_VALIDITY,
    /** Whether both certificates were made for this use, the signer's for no other (ICAO Doc 9303-12, 7.1). */
    CHIP_SIGNER_KEY_USAGE,
    /** Whether the authority has revoked the signer's certificate. */
    CHIP_SIGNER_REVOCATION,
    /** Whether each file of the chip is the one whose hash was signed. */
    CHIP_FILES,
    /** Whether the chip proved that it holds its own key and so is no copy (active or chip authentication). */
    CHIP_GENUINE,
    /** The issuer's signature over a wallet's credential. */
    CREDENTIAL_SIGNATURE,
    /** Whether the credential's issuer is trusted. */
    CREDENTIAL_ISSUER,
    /** Whether the credential and its signer were valid when it was shown. */
    CREDENTIAL_VALIDITY,
    /** Whether the credential itself (by its status list) or its issuer's certificate was revoked. */
    CREDENTIAL_REVOCATION,
    /** Whether each attribute that was shown is one whose digest was signed. */
    CREDENTIAL_ATTRIBUTES,
    /** Whether the wallet proved, for this request, that it holds the key that the credential is bound to. */
    CREDENTIAL_HOLDER
}
