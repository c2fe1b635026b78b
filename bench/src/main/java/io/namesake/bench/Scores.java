package io.namesake.bench;

import io.namesake.face.FaceReport;
import io.namesake.face.FaceVerifier;
import io.namesake.face.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Shows whether a change of the face library changed what it answers; {@code scripts/same-scores} runs it.
 *
 * <p>{@code Scores write PAIRS IMAGES COUNT SIZE OUT} verifies COUNT of the pairs and writes what was answered, a pair a line. With a SIZE such as
 * {@code 1920x1080} the pictures are enlarged into a frame of that size, as a camera would send them; with {@code -} they stay as they are.
 * {@code Scores compare BEFORE AFTER} prints the largest differences and each answer that is another one.
 */
public final class Scores {
    private static final int NUMBERS = 3;

    private Scores() {}

    public static void main(String... arguments) throws IOException {
        if (arguments[0].equals("write")) {
            write(arguments);
        } else {
            compare(Files.readAllLines(Path.of(arguments[1])), Files.readAllLines(Path.of(arguments[2])));
        }
    }

    private static void write(String... arguments) throws IOException {
        Path images = Path.of(arguments[2]);
        List<PairRun.Pair> pairs =
                PairRun.pairs(Files.readAllLines(Path.of(arguments[1])), images, Integer.parseInt(arguments[3]));
        String size = arguments[4];
        List<String> lines = new ArrayList<>();
        try (FaceVerifier verifier = FaceVerifier.open()) {
            for (PairRun.Pair pair : pairs) {
                lines.add(line(verifier.verify(read(pair.one(), size), read(pair.other(), size))));
            }
        }
        Files.write(Path.of(arguments[5]), lines);
    }

    private static byte[] read(Path picture, String size) throws IOException {
        byte[] file = Files.readAllBytes(picture);
        return size.equals("-") ? file : Photo.framed(file, size);
    }

    /** Similarity, live score and sharpness of the selfie, then everything that is decided. */
    private static String line(Verification answer) {
        return switch (answer) {
            case Verification.Compared compared ->
                String.format(
                        Locale.ROOT,
                        "%.9f %.9f %.9f %s %s clear=%s document=%s selfie=%s",
                        compared.comparison().similarity(),
                        compared.presentationAttack().liveScore(),
                        compared.selfie().sharpness(),
                        compared.comparison().grade(),
                        compared.presentationAttack().finding(),
                        compared.comparison().clear(),
                        hints(compared.document()),
                        hints(compared.selfie()));
            case Verification.Unusable unusable -> "NaN NaN NaN " + unusable.role() + " " + unusable.reason();
        };
    }

    private static String hints(FaceReport face) {
        return face.hints().toString().replace(" ", "");
    }

    private static void compare(List<String> before, List<String> after) {
        double[] most = new double[NUMBERS];
        int changed = 0;
        int identical = 0;
        for (int i = 0; i < before.size(); i++) {
            String[] one = before.get(i).split(" ", NUMBERS + 1);
            String[] other = after.get(i).split(" ", NUMBERS + 1);
            for (int n = 0; n < NUMBERS; n++) {
                double difference = Math.abs(Double.parseDouble(one[n]) - Double.parseDouble(other[n]));
                most[n] = Double.isNaN(difference) ? most[n] : Math.max(most[n], difference);
            }
            identical += before.get(i).equals(after.get(i)) ? 1 : 0;
            if (!one[NUMBERS].equals(other[NUMBERS])) {
                changed++;
                System.out.println("pair " + (i + 1) + ": " + before.get(i) + " -> " + after.get(i));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d pairs: %d answers the same to 9 decimals, %d decided otherwise; largest difference of similarity %.6f,"
                        + " live score %.6f, sharpness %.6f%n",
                before.size(),
                identical,
                changed,
                most[0],
                most[1],
                most[2]);
    }
}
