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
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** One neural network, ready to run. Safe for use by many threads. */
final class Network implements AutoCloseable {
    // The first environment of a process decides what ONNX Runtime prints; its warnings are about graphics cards we do
    // not use.
    private static final OrtEnvironment ENVIRONMENT =
            OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "namesake");

    private final Descriptor.Network descriptor;
    private final OrtSession session;
    private final boolean batches;
    /** By the number of inputs of a run. */
    private final Map<Integer, Feeds> feeds = new ConcurrentHashMap<>();

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
     * @param count of inputs
     * @param inputs writes them, NCHW, one after the other
     * @param outputs which outputs are wanted
     * @return the outputs' values in that order, each for all inputs
     */
    float[][] run(int count, Consumer<FloatBuffer> inputs, String... outputs) {
        Feeds room = feeds.computeIfAbsent(count, n -> new Feeds(descriptor.input(), n, batches));
        try (Feeds.Feed feed = room.take()) {
            inputs.accept(feed.values());
            float[][] values = new float[outputs.length][];
            for (OnnxTensor tensor : feed.tensors()) {
                run(tensor, values, outputs);
            }
            return values;
        } catch (OrtException fault) {
            throw new ModelException(descriptor.file() + " failed: " + fault.getMessage(), fault);
        }
    }

    /** Adds what comes out to what came out of the runs before. */
    private void run(OnnxTensor tensor, float[][] values, String... outputs) throws OrtException {
        try (OrtSession.Result result = session.run(Map.of(descriptor.input().name(), tensor), Set.of(outputs))) {
            for (int i = 0; i < outputs.length; i++) {
                FloatBuffer out = ((OnnxTensor) result.get(outputs[i]).orElseThrow()).getFloatBuffer();
                int before = values[i] == null ? 0 : values[i].length;
                values[i] =
                        before == 0 ? new float[out.remaining()] : Arrays.copyOf(values[i], before + out.remaining());
                out.get(values[i], before, out.remaining());
            }
        }
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
        feeds.values().forEach(Feeds::close);
        try {
            session.close();
        } catch (OrtException fault) {
            throw new ModelException(descriptor.file() + " cannot be closed: " + fault.getMessage(), fault);
        }
    }
}
