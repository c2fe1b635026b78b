package io.namesake.document.print.ocr;

import io.namesake.document.print.page.Page;
import io.namesake.document.print.page.Perspective;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds rows of text: PP-OCR's network yields for every pixel how surely it is text; what hangs together becomes a turned rectangle, grown
 * again by what the network was trained to leave out (Liao et al., Real-time Scene Text Detection with Differentiable Binarization,
 * AAAI 2020).
 */
public final class TextDetector implements AutoCloseable {
    private static final float[] MEAN = {0.485f, 0.456f, 0.406f};
    private static final float[] DEVIATION = {0.229f, 0.224f, 0.225f};
    private static final float TEXT = 0.3f;
    private static final double LEAST_CONFIDENCE = 0.5;
    private static final double GROWTH = 1.6;
    private static final int LEAST_HEIGHT = 3;
    private static final int MOST_ROWS = 300;
    private static final int MULTIPLE = 32;

    private final OcrNetwork network;

    /** @param threads for one picture */
    public TextDetector(int threads) {
        this.network = new OcrNetwork("text-detection.onnx", MEAN, DEVIATION, threads);
    }

    /**
     * The rows, in no order, at most {@value #MOST_ROWS}.
     *
     * @param side to how many pixels the longer side is brought; more finds smaller letters and takes longer
     */
    public List<TextRow> find(Page page, int side) {
        double scale = (double) side / Math.max(page.width(), page.height());
        int width = multiple(page.width() * scale);
        int height = multiple(page.height() * scale);
        Page small = Perspective.resized(page, width, height);
        float[] text = network.run(small).values();
        return rows(text, width, height, (double) page.width() / width, (double) page.height() / height);
    }

    private static int multiple(double pixels) {
        return Math.max(MULTIPLE, (int) Math.round(pixels / MULTIPLE) * MULTIPLE);
    }

    static List<TextRow> rows(float[] text, int width, int height, double timesX, double timesY) {
        List<TextRow> rows = new ArrayList<>();
        boolean[] seen = new boolean[text.length];
        int[] stack = new int[text.length];
        for (int start = 0; start < text.length && rows.size() < MOST_ROWS; start++) {
            if (seen[start] || text[start] < TEXT) {
                continue;
            }
            int[] blob = blob(text, width, height, start, seen, stack);
            double sum = 0;
            for (int at : blob) {
                sum += text[at];
            }
            double confidence = sum / blob.length;
            TurnedRectangle box = TurnedRectangle.around(blob, width);
            if (confidence >= LEAST_CONFIDENCE && box.height() >= LEAST_HEIGHT) {
                double growth = GROWTH * box.width() * box.height() / (2 * (box.width() + box.height()));
                rows.add(new TextRow(box.grown(growth).quad().times(timesX, timesY), confidence));
            }
        }
        return rows;
    }

    /** All pixels of text that hang together with this one. */
    private static int[] blob(float[] text, int width, int height, int start, boolean[] seen, int[] stack) {
        int[] found = new int[64];
        int count = 0;
        int depth = 0;
        stack[depth++] = start;
        seen[start] = true;
        while (depth > 0) {
            int at = stack[--depth];
            if (count == found.length) {
                found = Arrays.copyOf(found, 2 * count);
            }
            found[count++] = at;
            int x = at % width;
            int y = at / width;
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    int nx = x + dx;
                    int ny = y + dy;
                    int next = ny * width + nx;
                    if (nx >= 0 && ny >= 0 && nx < width && ny < height && !seen[next] && text[next] >= TEXT) {
                        seen[next] = true;
                        stack[depth++] = next;
                    }
                }
            }
        }
        return Arrays.copyOf(found, count);
    }

    @Override
    public void close() {
        network.close();
    }
}
