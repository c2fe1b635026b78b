package io.namesake.face.engine.network;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.namesake.face.ModelException;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/** One neural network, ready to run. Safe for use by many threads. */
final class Network implements AutoCloseable {
    // The first environment of a process decides what ONNX Runtime prints; its warnings are about graphics cards we do
    // not use.
    private static final OrtEnvironment ENVIRONMENT =
            OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "namesake");

    private final Descriptor.Network descriptor;
    private final OrtSession session;
    private final boolean batches;

    Network(Descriptor.Network descriptor, byte[] onnx, int threads) {
        this.descriptor = descriptor;
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            // With one thread a network runs on the caller's; parallelism comes from verifying several people at once.
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            this.session = ENVIRONMENT.createSession(onnx, options);
            this.batches = acceptsBatches(session);
        } catch (OrtException unusable) {
            throw new ModelException(descriptor.file() + " cannot be loaded: " + unusable.getMessage(), unusable);
        }
    }

    Descriptor.Network descriptor() {
        return descriptor;
    }

    /**
     * Runs the network once.
     *
     * @param tensor one or more inputs, NCHW, one after the other
     * @param outputs which outputs are wanted
     * @return the outputs' values in that order, each for all inputs
     */
    float[][] run(float[] tensor, String... outputs) {
        Descriptor.Input input = descriptor.input();
        int channels = input.mean().size();
        int one = channels * input.height() * input.width();
        int count = tensor.length / one;
        if (count > 1 && !batches) {
            return runOneByOne(tensor, one, outputs);
        }
        long[] shape = {count, channels, input.height(), input.width()};
        try (OnnxTensor fed = OnnxTensor.createTensor(ENVIRONMENT, FloatBuffer.wrap(tensor), shape);
                OrtSession.Result result = session.run(Map.of(input.name(), fed), Set.of(outputs))) {
            float[][] values = new float[outputs.length][];
            for (int i = 0; i < outputs.length; i++) {
                FloatBuffer buffer = ((OnnxTensor) result.get(outputs[i]).orElseThrow()).getFloatBuffer();
                values[i] = new float[buffer.remaining()];
                buffer.get(values[i]);
            }
            return values;
        } catch (OrtException fault) {
            throw new ModelException(descriptor.file() + " failed: " + fault.getMessage(), fault);
        }
    }

    private float[][] runOneByOne(float[] tensor, int one, String... outputs) {
        float[][] values = new float[outputs.length][0];
        for (int from = 0; from < tensor.length; from += one) {
            float[][] next = run(Arrays.copyOfRange(tensor, from, from + one), outputs);
            for (int i = 0; i < values.length; i++) {
                int before = values[i].length;
                values[i] = Arrays.copyOf(values[i], before + next[i].length);
                System.arraycopy(next[i], 0, values[i], before, next[i].length);
            }
        }
        return values;
    }

    /** Whether the network takes what the descriptor says, and any number of it at once. */
    private boolean acceptsBatches(OrtSession session) throws OrtException {
        Descriptor.Input input = descriptor.input();
        var node = session.getInputInfo().get(input.name());
        long[] wanted = {-1, input.mean().size(), input.height(), input.width()};
        if (node == null || !(node.getInfo() instanceof TensorInfo info) || info.getShape().length != wanted.length) {
            throw new ModelException(descriptor.file() + " has no NCHW input " + input.name());
        }
        long[] shape = info.getShape();
        for (int i = 1; i < wanted.length; i++) {
            if (shape[i] > 0 && shape[i] != wanted[i]) {
                throw new ModelException(descriptor.file() + " takes " + Arrays.toString(shape)
                        + ", the descriptor says " + Arrays.toString(wanted));
            }
        }
        for (String output : descriptor.outputs().values()) {
            if (!session.getOutputNames().contains(output)) {
                throw new ModelException(descriptor.file() + " has no output " + output);
            }
        }
        return shape[0] < 0;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException fault) {
            throw new ModelException(descriptor.file() + " cannot be closed: " + fault.getMessage(), fault);
        }
    }
}
