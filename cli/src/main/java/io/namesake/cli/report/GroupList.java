package io.namesake.cli.report;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Which group of people a picture belongs to: a CSV file (RFC 4180, UTF-8) with the columns {@code person} and {@code group}, or
 * {@code picture} and {@code group}. Persons and pictures are named as in the list of pairs. Who belongs
 * to which group is for whoever knows the people to say; nothing here guesses it from a face.
 *
 * @param groups by the name of a person or a picture, at least one
 */
public record GroupList(Map<String, String> groups) {

    private static final String PERSON = "person";
    private static final String PICTURE = "picture";
    private static final String GROUP = "group";
    private static final long MOST_BYTES = 64L << 20;

    public GroupList {
        groups = Map.copyOf(groups);
    }

    /**
     * Reads and checks the whole list.
     *
     * @throws ListException when a row can't be used; its message names the line and says what is wrong with it
     * @throws IOException when the file can't be read
     */
    public static GroupList read(Path csv) throws IOException {
        Csv.requireAtMost(csv, MOST_BYTES);
        Map<String, String> groups = new HashMap<>();
        long line = 1;
        try (Reader reader = Csv.reader(csv);
                CSVParser parser = Csv.FORMAT.parse(reader)) {
            String named = named(csv, parser.getHeaderNames());
            for (CSVRecord row : parser) {
                line = parser.getCurrentLineNumber();
                add(groups, csv, line, named, row);
            }
        } catch (UncheckedIOException | IllegalArgumentException e) {
            throw new ListException(csv, line, "it is not proper CSV");
        } catch (CharacterCodingException e) {
            throw new ListException(csv, line, "it is not UTF-8 text");
        }
        if (groups.isEmpty()) {
            throw new ListException(csv, 1, "the file holds no group");
        }
        return new GroupList(groups);
    }

    /** Whether it says the group of some picture of a list. */
    public boolean namesSomeOf(PairList pairs) {
        return pairs.rows().stream()
                .flatMap(row -> Stream.of(row.imageA(), row.imageB()))
                .anyMatch(image -> groups.containsKey(image) || groups.containsKey(pairs.personOf(image)));
    }

    private static String named(Path csv, List<String> columns) throws ListException {
        boolean person = columns.contains(PERSON);
        if (!columns.contains(GROUP) || person == columns.contains(PICTURE)) {
            throw new ListException(
                    csv, 1, "the first line must name the columns person and group, or picture and group");
        }
        return person ? PERSON : PICTURE;
    }

    private static void add(Map<String, String> groups, Path csv, long line, String named, CSVRecord row)
            throws ListException {
        if (!row.isConsistent() || row.get(named).isEmpty() || row.get(GROUP).isEmpty()) {
            throw new ListException(csv, line, "it names no " + named + " or no group");
        }
        String before = groups.put(row.get(named), row.get(GROUP));
        if (before != null && !before.equals(row.get(GROUP))) {
            throw new ListException(
                    csv,
                    line,
                    "'" + row.get(named) + "' was in the group '" + before + "' before and is now in '" + row.get(GROUP)
                            + "'");
        }
    }
}
