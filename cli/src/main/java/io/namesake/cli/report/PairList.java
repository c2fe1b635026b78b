package io.namesake.cli.report;

import io.namesake.face.evaluation.LabelledPair;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The labelled pairs that an evaluation runs over: a CSV file (RFC 4180, UTF-8) with the columns {@code image_a},
 * {@code image_b} and {@code same_person} ({@code true} or {@code false}) in any order, paths relative to the folder of
 * images.
 *
 * @param rows in the file's order, at least one
 */
public record PairList(List<Row> rows) {

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
    private static final long MOST_BYTES = 256L << 20;

    public PairList {
        rows = List.copyOf(rows);
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
        try (Reader reader = Files.newBufferedReader(csv, StandardCharsets.UTF_8);
                CSVParser parser = Csv.FORMAT.parse(reader)) {
            requireColumns(csv, parser);
            for (CSVRecord row : parser) {
                rows.add(row(csv, folder, parser.getCurrentLineNumber(), row));
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
        return new PairList(rows);
    }

    /** The rows as the face library takes them. */
    public List<LabelledPair> labelledPairs() {
        return rows.stream()
                .map(row -> new LabelledPair(row.imageA(), row.imageB(), row.samePerson()))
                .toList();
    }

    private static void requireColumns(Path csv, CSVParser parser) throws ListException {
        for (String column : List.of(IMAGE_A, IMAGE_B, SAME_PERSON)) {
            if (!parser.getHeaderNames().contains(column)) {
                throw new ListException(
                        csv,
                        1,
                        "the first line must name the columns image_a, image_b and same_person; there is no " + column);
            }
        }
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
