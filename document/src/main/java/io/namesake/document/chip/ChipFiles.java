package io.namesake.document.chip;

import io.namesake.document.DocumentUnreadable;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of a chip, as far as they were given: EF.SOD, and EF.DG1 to EF.DG16 by their number; and what the chip answered to a challenge, if it was
 * asked.
 */
public final class ChipFiles {
    /** Bytes of one file: its length on a chip is written in at most two bytes, but some issuers' portraits go beyond. */
    public static final int LARGEST_FILE = 512 * 1024;

    private static final int HIGHEST_DATA_GROUP = 16;

    private final Optional<byte[]> securityObject;
    private final SortedMap<Integer, byte[]> dataGroups;
    private final Optional<ActiveAnswer> answer;

    /** @throws DocumentUnreadable when a file is too large, or there is none */
    public ChipFiles(Optional<byte[]> securityObject, Map<Integer, byte[]> dataGroups) throws DocumentUnreadable {
        this(securityObject, dataGroups, Optional.empty());
    }

    /** @throws DocumentUnreadable when a file is too large, or there is none */
    public ChipFiles(Optional<byte[]> securityObject, Map<Integer, byte[]> dataGroups, Optional<ActiveAnswer> answer)
            throws DocumentUnreadable {
        this.securityObject = securityObject;
        this.dataGroups = new TreeMap<>(dataGroups);
        this.answer = answer;
        if (securityObject.isEmpty() && dataGroups.isEmpty()) {
            throw new DocumentUnreadable("there is no file of a chip");
        }
        if (securityObject.isPresent()) {
            requireSize("EF.SOD", securityObject.get());
        }
        for (Map.Entry<Integer, byte[]> group : dataGroups.entrySet()) {
            if (group.getKey() < 1 || group.getKey() > HIGHEST_DATA_GROUP) {
                throw new DocumentUnreadable("there is no data group " + group.getKey());
            }
            requireSize("EF.DG" + group.getKey(), group.getValue());
        }
    }

    private static void requireSize(String name, byte[] file) throws DocumentUnreadable {
        if (file.length == 0 || file.length > LARGEST_FILE) {
            throw new DocumentUnreadable(name + " has " + file.length + " bytes; 1 to " + LARGEST_FILE + " are taken");
        }
    }

    Optional<byte[]> securityObject() {
        return securityObject;
    }

    SortedMap<Integer, byte[]> dataGroups() {
        return dataGroups;
    }

    Optional<ActiveAnswer> answer() {
        return answer;
    }

    Optional<byte[]> dataGroup(int number) {
        return Optional.ofNullable(dataGroups.get(number));
    }
}
