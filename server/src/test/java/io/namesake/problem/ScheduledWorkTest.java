package io.namesake.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** With the settings of the server, and nothing else of it. */
class ScheduledWorkTest {
    /** More than there are threads for scheduled work. */
    private static final int MANY = 100;

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withConfiguration(
                    AutoConfigurations.of(TaskExecutionAutoConfiguration.class, TaskSchedulingAutoConfiguration.class))
            .withUserConfiguration(BackgroundAccidents.class, Work.class);

    @Test
    void a_piece_that_does_not_end_holds_up_no_other_and_is_not_begun_again() {
        runner.run(context -> {
            var work = context.getBean(Work.class);
            try {
                assertThat(work.wentOn.await(20, TimeUnit.SECONDS)).isTrue();
                assertThat(work.begun).hasValue(1);
            } finally {
                work.over.countDown();
            }
        });
    }

    @Test
    void listeners_have_a_thread_each_however_many_of_them_wait() {
        runner.withUserConfiguration(Listener.class).run(context -> {
            var over = context.getBean(Work.class).over;
            try {
                var begun = new CountDownLatch(MANY);
                for (int i = 0; i < MANY; i++) {
                    context.getBean(Listener.class).hear(begun, over);
                }
                assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
            } finally {
                over.countDown();
            }
        });
    }

    static class Listener {
        @Async
        void hear(CountDownLatch begun, CountDownLatch over) throws InterruptedException {
            begun.countDown();
            over.await();
        }
    }

    @EnableAsync
    @EnableScheduling
    static class Work {
        final AtomicInteger begun = new AtomicInteger();
        final CountDownLatch wentOn = new CountDownLatch(5);
        final CountDownLatch over = new CountDownLatch(1);

        @Scheduled(fixedDelay = 1)
        void stalls() throws InterruptedException {
            begun.incrementAndGet();
            over.await();
        }

        @Scheduled(fixedDelay = 1)
        void goesOn() {
            wentOn.countDown();
        }
    }
}
