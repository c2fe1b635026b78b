package io.namesake.sandbox;

import static io.namesake.decision.Reason.ATTENDED_CHECK_REQUESTED;
import static io.namesake.decision.Reason.AUTHORITY_MISMATCH;
import static io.namesake.decision.Reason.AUTHORITY_UNAVAILABLE;
import static io.namesake.decision.Reason.AUTHORITY_UNKNOWN;
import static io.namesake.decision.Reason.CHALLENGE_CONTRADICTED;
import static io.namesake.decision.Reason.CHALLENGE_NOT_DONE;
import static io.namesake.decision.Reason.DOCUMENT_DOUBTFUL;
import static io.namesake.decision.Reason.DOCUMENT_EXPIRED;
import static io.namesake.decision.Reason.DOCUMENT_FIELDS_INVALID;
import static io.namesake.decision.Reason.DOCUMENT_NOT_GENUINE;
import static io.namesake.decision.Reason.EVIDENCE_TOO_WEAK;
import static io.namesake.decision.Reason.FACE_DOES_NOT_MATCH;
import static io.namesake.decision.Reason.FACE_MATCH_INCONCLUSIVE;
import static io.namesake.decision.Reason.FACE_UNUSABLE;
import static io.namesake.decision.Reason.FIELDS_CORRECTED;
import static io.namesake.decision.Reason.PRESENTATION_ATTACK_SUSPECTED;

import io.namesake.decision.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The document numbers that say what becomes of a made-up applicant: {@code SBX}, two digits, and four letters or digits that make it this person or
 * another one. What is in here is played; what follows from it is decided as for everybody, and a test sees that it is as it says.
 */
public enum MagicNumber {
    VERIFIED("01", Document.CHIP, Faces.SAME_PERSON, Register.MATCH, Way.SUBMITS),
    ANOTHER_FACE("02", Document.CHIP, Faces.ANOTHER_PERSON, Register.MATCH, Way.SUBMITS, FACE_DOES_NOT_MATCH),
    UNSURE_FACE("03", Document.CHIP, Faces.UNSURE, Register.MATCH, Way.SUBMITS, FACE_MATCH_INCONCLUSIVE),
    ATTACK("04", Document.CHIP, Faces.ATTACK_SUSPECTED, Register.MATCH, Way.SUBMITS, PRESENTATION_ATTACK_SUSPECTED),
    UNUSABLE_FACE("05", Document.CHIP, Faces.UNUSABLE, Register.MATCH, Way.SUBMITS, FACE_UNUSABLE),
    NO_MOVEMENTS("06", Document.CHIP, Faces.SAME_PERSON, Register.MATCH, Way.SUBMITS_A_STILL, CHALLENGE_NOT_DONE),
    WRONG_MOVEMENTS(
            "07", Document.CHIP, Faces.MOVEMENTS_CONTRADICTED, Register.MATCH, Way.SUBMITS, CHALLENGE_CONTRADICTED),

    EXPIRED("10", Document.EXPIRED_CHIP, Faces.SAME_PERSON, Register.MATCH, Way.SUBMITS, DOCUMENT_EXPIRED),
    IMPOSSIBLE(
            "11",
            Document.CHIP_WITH_IMPOSSIBLE_BIRTH,
            Faces.SAME_PERSON,
            Register.MATCH,
            Way.SUBMITS,
            DOCUMENT_FIELDS_INVALID),
    FORGED("12", Document.FORGED_CHIP, Faces.SAME_PERSON, Register.MATCH, Way.SUBMITS, DOCUMENT_NOT_GENUINE),
    OF_NOBODY("13", Document.CHIP_OF_NOBODY, Faces.SAME_PERSON, Register.MATCH, Way.SUBMITS, EVIDENCE_TOO_WEAK),
    TYPED("14", Document.TYPED, Faces.SAME_PERSON, Register.MATCH, Way.SUBMITS, EVIDENCE_TOO_WEAK),
    CORRECTED("15", Document.CORRECTED_CHIP, Faces.SAME_PERSON, Register.MATCH, Way.SUBMITS, FIELDS_CORRECTED),
    FROM_THE_FUTURE(
            "16",
            Document.CHIP_FROM_THE_FUTURE,
            Faces.SAME_PERSON,
            Register.MATCH,
            Way.SUBMITS,
            DOCUMENT_DOUBTFUL,
            EVIDENCE_TOO_WEAK),

    OTHER_IN_THE_REGISTER("20", Document.CHIP, Faces.SAME_PERSON, Register.MISMATCH, Way.SUBMITS, AUTHORITY_MISMATCH),
    NOT_IN_THE_REGISTER("21", Document.CHIP, Faces.SAME_PERSON, Register.UNKNOWN, Way.SUBMITS, AUTHORITY_UNKNOWN),
    SILENT_REGISTER("22", Document.CHIP, Faces.SAME_PERSON, Register.SILENT, Way.SUBMITS, AUTHORITY_UNAVAILABLE),
    SLOW_REGISTER("23", Document.CHIP, Faces.SAME_PERSON, Register.SILENT_AT_FIRST, Way.SUBMITS),

    ASKS_FOR_A_PERSON(
            "30", Document.CHIP, Faces.SAME_PERSON, Register.MATCH, Way.ASKS_FOR_A_PERSON, ATTENDED_CHECK_REQUESTED),
    LEAVES("31", Document.CHIP, Faces.SAME_PERSON, Register.MATCH, Way.LEAVES);

    /** What the API's description and the page say of them. */
    public static final String FORM = "SBX[0-9]{2}[A-Z0-9]{4}";

    private static final Pattern NUMBER = Pattern.compile(FORM);
    private static final int CODE = "SBX".length();

    private final String code;
    private final Document document;
    private final Faces faces;
    private final Register register;
    private final Way way;
    private final List<Reason> reasons;

    MagicNumber(String code, Document document, Faces faces, Register register, Way way, Reason... reasons) {
        this.code = code;
        this.document = document;
        this.faces = faces;
        this.register = register;
        this.way = way;
        this.reasons = List.of(reasons);
    }

    /** What is played for a document's number; empty for every other number. */
    public static Optional<MagicNumber> of(String number) {
        return NUMBER.matcher(number).matches()
                ? Arrays.stream(values())
                        .filter(magic -> magic.code.equals(number.substring(CODE, CODE + 2)))
                        .findFirst()
                : Optional.empty();
    }

    /** One of its numbers. @param person four letters or digits */
    public String number(String person) {
        return "SBX" + code + person;
    }

    public Document document() {
        return document;
    }

    public Faces faces() {
        return faces;
    }

    public Register register() {
        return register;
    }

    public Way way() {
        return way;
    }

    /** Why the application is refused or goes to a person; none for what is verified, or is never submitted. */
    public List<Reason> reasons() {
        return reasons;
    }
}
