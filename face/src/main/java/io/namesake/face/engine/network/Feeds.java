package io.namesake.face.engine.network;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Input tensors of one network, for runs of so many inputs. They lie in native memory, where ONNX Runtime reads them without a copy, and are
 * used again; one is kept for each processor. Safe for use by many threads.
 */
final class Feeds implements AutoCloseable {
    private final long[] shape;
    private final int runs;
    private final BlockingQueue<Feed> idle =
            new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors());

    /**
     * @param input of the network
     * @param count of inputs
     * @param together whether the network sees them in one run; else one after the other
     */
    Feeds(Descriptor.Input input, int count, boolean together) {
        runs = together ? 1 : count;
        shape = new long[] {count / runs, input.mean().size(), input.height(), input.width()};
    }

    /** One that nobody else uses; close it after the run. */
    Feed take() throws OrtException {
        Feed feed = idle.poll();
        return feed == null ? new Feed() : feed;
    }

    @Override
    public void close() {
        for (Feed feed = idle.poll(); feed != null; feed = idle.poll()) {
            feed.release();
        }
    }

    /** Room for the inputs, and the tensors that are made of it. */
    final class Feed implements AutoCloseable {
        private final FloatBuffer values;
        private final List<OnnxTensor> tensors = new ArrayList<>();

        private Feed() throws OrtException {
            int each = Math.toIntExact(shape[0] * shape[1] * shape[2] * shape[3]);
            values = ByteBuffer.allocateDirect(runs * each * Float.BYTES)
                    .order(ByteOrder.nativeOrder())
                    .asFloatBuffer();
            for (int run = 0; run < runs; run++) {
                tensors.add(OnnxTensor.createTensor(
                        OrtEnvironment.getEnvironment(), values.slice(run * each, each), shape));
            }
        }

        /** Where the inputs are written, from the start. */
        FloatBuffer values() {
            return values.clear();
        }

        /** What the network is run on, in this order. */
        List<OnnxTensor> tensors() {
            return tensors;
        }

        /** Wipes the picture of somebody's face and lets others use the room. */
        @Override
        public void close() {
            MemorySegment.ofBuffer(values.clear()).fill((byte) 0);
            if (!idle.offer(this)) {
                release();
            }
        }

        private void release() {
            tensors.forEach(OnnxTensor::close);
        }
    }
}
