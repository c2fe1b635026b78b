package io.namesake.registry;

/** What a line is made of. */
public enum EquipmentKind {
    /** The number of a SIM card: 18 to 20 digits that begin with 89, the last a Luhn check digit (ITU-T E.118). */
    ICCID,
    /** The subscription in the network: 14 or 15 digits (ITU-T E.212). */
    IMSI,
    /** The number of an eSIM chip: 32 digits that begin with 89, the last two their check modulo 97 (GSMA SGP.02, SGP.29). */
    EID,
    /** Where a line of a fixed network ends: 1 to 300 printable characters. */
    INSTALLATION_ADDRESS,
    /** The operator's own name of a circuit: 1 to 100 printable characters. */
    CIRCUIT_ID;

    /** Whether another value of it means that another SIM works for the line. */
    public boolean isSim() {
        return this == ICCID || this == IMSI || this == EID;
    }
}
