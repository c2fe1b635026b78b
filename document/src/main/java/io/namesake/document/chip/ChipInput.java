package io.namesake.document.chip;

import io.namesake.document.DocumentUnreadable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gathers the files of a chip from whatever way they come: a zip or a JSON object of base64 as a phone's reader app sends them, or one by one.
 * A file of its own is known by its tag; one with a name by the name: {@code EF.SOD}, {@code dg1.bin}, {@code ef0101.bin} and the like. A zip or a JSON
 * object may also hold what active authentication recorded: {@code aaChallenge} (or {@code aa-challenge.bin}) and {@code aaResponse}.
 */
public final class ChipInput {
    /** Bytes of a whole zip or JSON object. */
    public static final int LARGEST_INPUT = 4 * 1024 * 1024;

    private static final int MOST_ENTRIES = 40;
    private static final Map<Integer, Integer> GROUP_OF_TAG = Map.ofEntries(
            Map.entry(0x61, 1),
            Map.entry(0x75, 2),
            Map.entry(0x63, 3),
            Map.entry(0x76, 4),
            Map.entry(0x65, 5),
            Map.entry(0x67, 7),
            Map.entry(0x68, 8),
            Map.entry(0x69, 9),
            Map.entry(0x6A, 10),
            Map.entry(0x6B, 11),
            Map.entry(0x6C, 12),
            Map.entry(0x6D, 13),
            Map.entry(0x6E, 14),
            Map.entry(0x6F, 15),
            Map.entry(0x70, 16));
    private static final int SECURITY_OBJECT = 0x77;
    private static final int COMMON = 0x60;
    /** File identifiers of ICAO Doc 9303-10, table 39: 01 and the number; 1D is EF.SOD, 1E EF.COM. */
    private static final Pattern BY_IDENTIFIER = Pattern.compile("(?:ef[._-]?)?01([0-9a-f]{2})(?:\\.[a-z]+)?");

    private static final Pattern BY_NUMBER = Pattern.compile("(?:ef[._-]?)?dg[._-]?([0-9]{1,2})(?:\\.[a-z]+)?");
    private static final Pattern BY_NAME = Pattern.compile("(?:ef[._-]?)?(sod|com)(?:\\.[a-z]+)?");

    private static final Pattern BY_PROOF = Pattern.compile("(?:(?:ef|aa)[._-]?)?(challenge|response)(?:\\.[a-z]+)?");

    private Optional<byte[]> securityObject = Optional.empty();
    private Optional<byte[]> challenge = Optional.empty();
    private Optional<byte[]> response = Optional.empty();
    private final Map<Integer, byte[]> groups = new TreeMap<>();

    /** Takes a file of any of these kinds. @throws DocumentUnreadable when it is none of them */
    public ChipInput add(byte[] file) throws DocumentUnreadable {
        if (file.length == 0 || file.length > LARGEST_INPUT) {
            throw new DocumentUnreadable("a file of " + file.length + " bytes; 1 to " + LARGEST_INPUT + " are taken");
        }
        if (file[0] == 'P' && file.length > 1 && file[1] == 'K') {
            addZip(file);
        } else if (file[0] == '{') {
            addJson(file);
        } else {
            addByTag(file);
        }
        return this;
    }

    /** Takes EF.SOD. */
    public ChipInput addSecurityObject(byte[] file) throws DocumentUnreadable {
        if (securityObject.isPresent()) {
            throw new DocumentUnreadable("there are two EF.SOD");
        }
        securityObject = Optional.of(file);
        return this;
    }

    /** Takes a data group. */
    public ChipInput addDataGroup(int number, byte[] file) throws DocumentUnreadable {
        if (groups.put(number, file) != null) {
            throw new DocumentUnreadable("there are two EF.DG" + number);
        }
        return this;
    }

    /** Takes the challenge that a chip was given. */
    public ChipInput addChallenge(byte[] bytes) throws DocumentUnreadable {
        if (challenge.isPresent()) {
            throw new DocumentUnreadable("there are two challenges");
        }
        challenge = Optional.of(bytes);
        return this;
    }

    /** Takes what the chip answered to it. */
    public ChipInput addResponse(byte[] bytes) throws DocumentUnreadable {
        if (response.isPresent()) {
            throw new DocumentUnreadable("there are two responses to a challenge");
        }
        response = Optional.of(bytes);
        return this;
    }

    /** What was taken. @throws DocumentUnreadable when it is too large, or nothing */
    public ChipFiles files() throws DocumentUnreadable {
        if (challenge.isPresent() != response.isPresent()) {
            throw new DocumentUnreadable("a challenge and the chip's response belong together, and one is missing");
        }
        Optional<ActiveAnswer> answer = challenge.isPresent()
                ? Optional.of(ActiveAnswer.of(challenge.get(), response.get()))
                : Optional.empty();
        return new ChipFiles(securityObject, groups, answer);
    }

    private void addZip(byte[] file) throws DocumentUnreadable {
        int entries = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MOST_ENTRIES) {
                    throw new DocumentUnreadable("the zip has more than " + MOST_ENTRIES + " entries");
                }
                // One byte more than is taken shows that there is more, however small the zip itself is. The next entry
                // is not asked for then: on the way to it
                // all of this one would be unpacked.
                byte[] content = zip.readNBytes(ChipFiles.LARGEST_FILE + 1);
                if (content.length > ChipFiles.LARGEST_FILE) {
                    throw new DocumentUnreadable(
                            "a file in the zip has more than " + ChipFiles.LARGEST_FILE + " bytes");
                }
                if (!entry.isDirectory()) {
                    addByName(entry.getName(), content);
                }
            }
        } catch (IOException | IllegalArgumentException damaged) {
            throw new DocumentUnreadable("the zip is damaged");
        }
    }

    private void addJson(byte[] file) throws DocumentUnreadable {
        try {
            Map<String, String> named = JsonMapper.shared().readValue(file, new TypeReference<>() {});
            for (Map.Entry<String, String> entry : named.entrySet()) {
                addByName(entry.getKey(), Base64.getDecoder().decode(entry.getValue()));
            }
        } catch (JacksonException | IllegalArgumentException | NullPointerException malformed) {
            throw new DocumentUnreadable("the JSON is not an object of names and base64");
        }
    }

    private void addByName(String path, byte[] file) throws DocumentUnreadable {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        Matcher named = BY_NAME.matcher(name);
        Matcher numbered = BY_NUMBER.matcher(name);
        Matcher identified = BY_IDENTIFIER.matcher(name);
        Matcher proof = BY_PROOF.matcher(name);
        if (named.matches()) {
            if (named.group(1).equals("sod")) {
                addSecurityObject(file);
            }
        } else if (numbered.matches()) {
            addDataGroup(Integer.parseInt(numbered.group(1)), file);
        } else if (proof.matches()) {
            if (proof.group(1).equals("challenge")) {
                addChallenge(file);
            } else {
                addResponse(file);
            }
        } else if (identified.matches()) {
            int identifier = Integer.parseInt(identified.group(1), 16);
            if (identifier == 0x1D) {
                addSecurityObject(file);
            } else if (identifier != 0x1E) {
                addDataGroup(identifier, file);
            }
        } else {
            throw new DocumentUnreadable("no file of a chip has a name such as " + shortened(name));
        }
    }

    private void addByTag(byte[] file) throws DocumentUnreadable {
        int tag = file[0] & 0xFF;
        if (tag == SECURITY_OBJECT) {
            addSecurityObject(file);
        } else if (GROUP_OF_TAG.containsKey(tag)) {
            addDataGroup(GROUP_OF_TAG.get(tag), file);
        } else if (tag != COMMON) {
            throw new DocumentUnreadable("this is no file of a chip, no zip and no JSON of such files");
        }
    }

    private static String shortened(String name) {
        String plain = name.replaceAll("[^a-z0-9._-]", "?");
        return plain.length() > 30 ? plain.substring(0, 30) + "…" : plain;
    }
}
