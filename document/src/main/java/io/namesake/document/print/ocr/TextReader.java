package io.namesake.document.print.ocr;

import io.namesake.document.print.page.Page;
import io.namesake.document.print.page.Perspective;
import io.namesake.document.print.page.Quad;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads a row of text: PP-OCR's network yields, for every few pixels, how surely each of {@value #CLASSES} characters is there. Knows Latin
 * letters, digits and 6,000 Chinese characters.
 */
public final class TextReader implements AutoCloseable {
    /** Pixels of a row, from top to bottom. */
    public static final int HEIGHT = 48;

    static final int CLASSES = 6_625;

    private static final float[] HALF = {0.5f, 0.5f, 0.5f};
    private static final int LEAST_WIDTH = 48;
    private static final int MOST_WIDTH = 2_400;

    private final OcrNetwork network;
    private final List<String> characters;
    private final Map<String, Integer> indexes = new HashMap<>();

    /** @param threads for one row */
    public TextReader(int threads) {
        this.network = new OcrNetwork("text-recognition.onnx", HALF, HALF, threads);
        // Class 0 is "nothing new", the last one a blank. The network's own list comes garbled through the Java API.
        String keys = new String(OcrNetwork.resource("characters.txt"), StandardCharsets.UTF_8);
        this.characters = Stream.of(Stream.of(""), keys.lines(), Stream.of(" "))
                .flatMap(part -> part)
                .toList();
        for (int i = 1; i < characters.size(); i++) {
            indexes.put(characters.get(i), i);
        }
        if (characters.size() != CLASSES) {
            throw new IllegalStateException("characters.txt has " + (characters.size() - 2) + " characters");
        }
    }

    /** The most likely text of a row. */
    public ReadText read(Page page, Quad place) {
        return look(page, place, naturalWidth(place)).likeliest();
    }

    /**
     * What the network says of a row, to be decoded by someone who knows what may stand there.
     *
     * @param width to how many pixels the row is brought
     */
    public Lattice look(Page page, Quad place, int width) {
        int bounded = Math.clamp(width, LEAST_WIDTH, MOST_WIDTH);
        OcrNetwork.Output output = network.run(Perspective.straighten(page, place, bounded, HEIGHT));
        return new Lattice(output.values(), (int) output.shape()[1], characters, indexes);
    }

    private static int naturalWidth(Quad place) {
        return (int) Math.round(HEIGHT * place.width() / Math.max(1, place.height()));
    }

    @Override
    public void close() {
        network.close();
    }
}
