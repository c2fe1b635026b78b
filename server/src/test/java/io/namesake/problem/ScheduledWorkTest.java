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
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** With the settings of the server, and nothing else of it. */
class ScheduledWorkTest {
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
    void listeners_keep_an_executor_that_starts_a_thread_for_each() {
        runner.run(context -> {
            context.getBean(Work.class).over.countDown();
            assertThat(context.getBean("applicationTaskExecutor")).isInstanceOf(SimpleAsyncTaskExecutor.class);
        });
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
