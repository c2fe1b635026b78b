package io.namesake.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * The verification and the bare networks, turn by turn on one thread of one JVM, by the processor time of that thread. Both run on the
 * caller's thread alone, so this comparison holds even while the machine is busy with something else, which elapsed time does not.
 */
final class TakingTurns {

    private static final int WARM_UP = 40;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final int turns;

    /** @param turns that are measured, once everything is warm */
    TakingTurns(int turns) {
        this.turns = turns;
    }

    /**
     * Median milliseconds of processor time.
     *
     * @param verification of both pictures
     * @param bare of the networks alone
     */
    record Medians(double verification, double bare) {}

    /** @param size of both photos, such as {@code 640x480} */
    Medians measure(String size) {
        VerificationBenchmark verification = new VerificationBenchmark();
        verification.size = size;
        verification.open();
        BareNetworksBenchmark bare = new BareNetworksBenchmark();
        bare.open();
        try {
            List<Double> verifications = new ArrayList<>();
            List<Double> bareRuns = new ArrayList<>();
            for (int turn = -WARM_UP; turn < turns; turn++) {
                double one = processorMillis(verification::verify);
                double other = processorMillis(bare::run);
                if (turn >= 0) {
                    verifications.add(one);
                    bareRuns.add(other);
                }
            }
            return new Medians(Report.median(verifications), Report.median(bareRuns));
        } finally {
            bare.close();
            verification.close();
        }
    }

    /** Median milliseconds of processor time of some work by itself. */
    double median(Callable<?> work) {
        List<Double> times = new ArrayList<>();
        for (int turn = -2 * WARM_UP; turn < turns; turn++) {
            double time = processorMillis(() -> {
                try {
                    work.call();
                } catch (Exception impossible) {
                    throw new IllegalStateException(impossible);
                }
            });
            if (turn >= 0) {
                times.add(time);
            }
        }
        return Report.median(times);
    }

    private double processorMillis(Runnable work) {
        long start = threads.getCurrentThreadCpuTime();
        work.run();
        return (threads.getCurrentThreadCpuTime() - start) / 1e6;
    }
}
