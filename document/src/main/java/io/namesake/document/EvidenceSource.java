package io.namesake.document;

/** Where evidence was read. */
public enum EvidenceSource {
    /** The files of a document's chip (ICAO Doc 9303-10). */
    CHIP,
    /** Pictures of a printed document. */
    PRINT,
    /** A credential that a wallet presented (ISO/IEC 18013-5, SD-JWT VC). */
    WALLET
}
