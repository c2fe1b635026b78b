package io.namesake.authority;

/** What a question is about, and what an answer says differs. */
public enum Attribute {
    /** The document as a whole: withdrawn, lost, expired in the register, or somebody else's. */
    DOCUMENT,
    DOCUMENT_NUMBER,
    EXPIRY_DATE,
    PERSONAL_NUMBER,
    FAMILY_NAME,
    GIVEN_NAMES,
    NATIVE_NAME,
    BIRTH_DATE,
    SEX,
    FACE
}
