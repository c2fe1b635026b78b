package io.namesake.cli.report;

import io.namesake.face.evaluation.EvaluationOptions;
import io.namesake.face.evaluation.LabelledPair;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The labelled pairs that an evaluation runs over: a CSV file (RFC 4180, UTF-8) with the columns {@code image_a},
 * {@code image_b} and {@code same_person} ({@code true} or {@code false}) in any order, paths relative to the folder of
 * images. The persons are named by the columns {@code person_a} and {@code person_b} or, without these, by the folders that the
 * pictures lie in.
 *
 * @param rows in the file's order, at least one
 * @param persons who is in each picture, by its name
 */
public record PairList(List<Row> rows, Map<String, String> persons) {

    /**
     * Two pictures and whether they show the same person.
     *
     * @param imageA below the folder of images, with forward slashes, as in the file
     * @param imageB likewise
     * @param samePerson the label
     * @param line where the row ends in the file, from 1
     */
    public record Row(String imageA, String imageB, boolean samePerson, long line) {}

    private static final String IMAGE_A = "image_a";
    private static final String IMAGE_B = "image_b";
    private static final String SAME_PERSON = "same_person";
    private static final String PERSON_A = "person_a";
    private static final String PERSON_B = "person_b";
    private static final long MOST_BYTES = 256L << 20;

    public PairList {
        rows = List.copyOf(rows);
        persons = Map.copyOf(persons);
    }

    /**
     * Reads and checks the whole list, so that a long run doesn't stop at its last row.
     *
     * @param csv the list
     * @param images the folder that its paths start from
     * @throws ListException when a row can't be used; its message names the line and says what is wrong with it
     * @throws IOException when the file can't be read
     */
    public static PairList read(Path csv, Path images) throws IOException {
        Csv.requireAtMost(csv, MOST_BYTES);
        Path folder = images.toAbsolutePath().normalize();
        List<Row> rows = new ArrayList<>();
        Map<String, String> persons = new HashMap<>();
        try (Reader reader = Csv.reader(csv);
                CSVParser parser = Csv.FORMAT.parse(reader)) {
            boolean named = requireColumns(csv, parser);
            for (CSVRecord record : parser) {
                Row row = row(csv, folder, parser.getCurrentLineNumber(), record);
                if (named) {
                    name(persons, csv, row.line(), PERSON_A, row.imageA(), record.get(PERSON_A));
                    name(persons, csv, row.line(), PERSON_B, row.imageB(), record.get(PERSON_B));
                } else {
                    persons.put(row.imageA(), EvaluationOptions.folderOf(row.imageA()));
                    persons.put(row.imageB(), EvaluationOptions.folderOf(row.imageB()));
                }
                requireRightLabel(csv, row, persons.get(row.imageA()), persons.get(row.imageB()), named);
                rows.add(row);
            }
        } catch (UncheckedIOException | IllegalArgumentException e) {
            throw new ListException(csv, rows.isEmpty() ? 1 : rows.getLast().line() + 1, "it is not proper CSV");
        } catch (CharacterCodingException e) {
            throw new ListException(csv, rows.isEmpty() ? 1 : rows.getLast().line() + 1, "it is not UTF-8 text");
        }
        if (rows.isEmpty()) {
            throw new ListException(csv, 1, "the file holds no pair");
        }
        if (rows.stream().map(Row::samePerson).distinct().count() < 2) {
            throw new ListException(
                    csv, rows.getLast().line(), "the list needs pairs of one person and pairs of different persons");
        }
        return new PairList(rows, persons);
    }

    /** Who is in a picture of the list. */
    public String personOf(String image) {
        return persons.get(image);
    }

    /** The rows as the face library takes them. */
    public List<LabelledPair> labelledPairs() {
        return rows.stream()
                .map(row -> new LabelledPair(row.imageA(), row.imageB(), row.samePerson()))
                .toList();
    }

    /** Returns whether the persons have columns of their own. */
    private static boolean requireColumns(Path csv, CSVParser parser) throws ListException {
        List<String> columns = parser.getHeaderNames();
        for (String column : List.of(IMAGE_A, IMAGE_B, SAME_PERSON)) {
            if (!columns.contains(column)) {
                throw new ListException(
                        csv,
                        1,
                        "the first line must name the columns image_a, image_b and same_person; there is no " + column);
            }
        }
        if (columns.contains(PERSON_A) != columns.contains(PERSON_B)) {
            throw new ListException(
                    csv, 1, "the persons need two columns, person_a and person_b, and the first line names only one");
        }
        return columns.contains(PERSON_A);
    }

    private static void name(
            Map<String, String> persons, Path csv, long line, String column, String image, String person)
            throws ListException {
        if (person.isEmpty()) {
            throw new ListException(csv, line, column + " is empty");
        }
        String before = persons.put(image, person);
        if (before != null && !before.equals(person)) {
            throw new ListException(
                    csv, line, "'" + image + "' showed '" + before + "' before and shows '" + person + "' now");
        }
    }

    /**
     * Cross pairs and the drawing of persons go by who is in which picture, so a label that says otherwise would make every rate
     * wrong without a word.
     */
    private static void requireRightLabel(Path csv, Row row, String personA, String personB, boolean named)
            throws ListException {
        if (personA.equals(personB) == row.samePerson()) {
            return;
        }
        String pictures = "'" + row.imageA() + "' and '" + row.imageB() + "'";
        String persons = row.samePerson() ? " show one person, but " : " show different persons, but ";
        String reason = named
                ? "the columns name "
                        + (row.samePerson() ? "'" + personA + "' and '" + personB + "'" : "'" + personA + "' twice")
                : "a person is told by the folder that a picture lies in, and they lie in "
                        + (row.samePerson() ? "two" : "one")
                        + ". Put the pictures of each person, and of no other, into one folder, or name the persons in two more"
                        + " columns, person_a and person_b";
        throw new ListException(csv, row.line(), "same_person says that " + pictures + persons + reason);
    }

    private static Row row(Path csv, Path folder, long line, CSVRecord row) throws ListException {
        if (!row.isConsistent()) {
            throw new ListException(
                    csv,
                    line,
                    "it has " + row.size() + " fields, and the first line names "
                            + row.getParser().getHeaderNames().size());
        }
        String imageA = image(csv, folder, line, IMAGE_A, row.get(IMAGE_A));
        String imageB = image(csv, folder, line, IMAGE_B, row.get(IMAGE_B));
        if (imageA.equals(imageB)) {
            throw new ListException(csv, line, "it compares '" + imageA + "' with itself");
        }
        boolean samePerson = switch (row.get(SAME_PERSON)) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new ListException(csv, line, "same_person is '" + row.get(SAME_PERSON) + "', not true or false");
        };
        return new Row(imageA, imageB, samePerson, line);
    }

    private static String image(Path csv, Path folder, long line, String column, String name) throws ListException {
        if (name.isEmpty()) {
            throw new ListException(csv, line, column + " is empty");
        }
        try {
            Path file = folder.resolve(name).normalize();
            if (!file.startsWith(folder)) {
                throw new ListException(csv, line, column + " '" + name + "' leads out of the folder of images");
            }
            if (!Files.isRegularFile(file)) {
                throw new ListException(csv, line, column + " '" + name + "' is not a file below " + folder);
            }
            return folder.relativize(file).toString().replace('\\', '/');
        } catch (InvalidPathException e) {
            throw new ListException(csv, line, column + " '" + name + "' is not a path");
        }
    }
}
