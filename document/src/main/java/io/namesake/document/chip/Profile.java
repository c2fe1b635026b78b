package io.namesake.document.chip;

/** How closely ICAO Doc 9303 is insisted on. */
public enum Profile {
    /** To the letter. */
    STRICT,
    /**
     * What is known of passports that were really issued is let pass and named in the evidence: signed content that calls itself mere data
     * (id-data instead of ldsSecurityObject), and certificates without the extensions for their use.
     */
    RELAXED
}
