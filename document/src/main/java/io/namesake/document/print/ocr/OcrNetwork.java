package io.namesake.document.print.ocr;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import io.namesake.document.print.page.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.util.Map;

/** One of the networks that the build makes of PP-OCR's ({@code TextModelBuilder} of model-builder), ready to run. Safe for use by many threads. */
final class OcrNetwork implements AutoCloseable {
    private static final OrtEnvironment ENVIRONMENT =
            OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "namesake");

    private final String name;
    private final OrtSession session;
    private final String input;
    private final float[] mean;
    private final float[] scale;

    /**
     * @param mean what is taken off each channel of 0 to 1: blue, green, red, as the networks were trained
     * @param deviation what it is then divided by
     * @param threads for one run
     */
    OcrNetwork(String name, float[] mean, float[] deviation, int threads) {
        this.name = name;
        this.mean = mean.clone();
        this.scale = deviation.clone();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            this.session = ENVIRONMENT.createSession(resource(name), options);
            this.input = session.getInputNames().iterator().next();
        } catch (OrtException unusable) {
            throw new IllegalStateException(name + " cannot be loaded: " + unusable.getMessage(), unusable);
        }
    }

    static byte[] resource(String name) {
        try (InputStream in = OcrNetwork.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing beside " + OcrNetwork.class.getName());
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * An output.
     *
     * @param values all numbers, the last dimension fastest
     * @param shape its dimensions
     */
    record Output(float[] values, long[] shape) {}

    /** Runs the network on a picture, as large as it is. */
    Output run(Page page) {
        long[] shape = {1, 3, page.height(), page.width()};
        try (OnnxTensor fed = OnnxTensor.createTensor(ENVIRONMENT, FloatBuffer.wrap(tensor(page)), shape);
                OrtSession.Result result = session.run(Map.of(input, fed))) {
            OnnxTensor first = (OnnxTensor) result.get(0);
            FloatBuffer buffer = first.getFloatBuffer();
            float[] values = new float[buffer.remaining()];
            buffer.get(values);
            return new Output(values, first.getInfo().getShape());
        } catch (OrtException fault) {
            throw new IllegalStateException(name + " failed: " + fault.getMessage(), fault);
        }
    }

    private float[] tensor(Page page) {
        int[] pixels = page.pixels();
        int plane = pixels.length;
        float[] tensor = new float[3 * plane];
        for (int i = 0; i < plane; i++) {
            int pixel = pixels[i];
            tensor[i] = ((pixel & 0xFF) / 255f - mean[0]) / scale[0];
            tensor[plane + i] = ((pixel >> 8 & 0xFF) / 255f - mean[1]) / scale[1];
            tensor[2 * plane + i] = ((pixel >> 16 & 0xFF) / 255f - mean[2]) / scale[2];
        }
        return tensor;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException fault) {
            throw new IllegalStateException(name + " cannot be closed: " + fault.getMessage(), fault);
        }
    }
}
