package io.namesake.time;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock that everything asks. */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {
    private static final String MOVABLE = "namesake.movable-clock";

    /** Ticks in microseconds, PostgreSQL's resolution, so that a time read back equals the time written. */
    @Bean
    @ConditionalOnProperty(name = MOVABLE, havingValue = "false", matchIfMissing = true)
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    }

    /** One that anybody may move: for a demonstration, and nothing else. */
    @Bean
    @ConditionalOnProperty(name = MOVABLE)
    DemoClock demoClock(@Value("${namesake.demo}") boolean demo) {
        if (!demo) {
            throw new IllegalStateException(
                    "NAMESAKE_MOVABLE_CLOCK goes with a demo only: deadlines depend on the clock");
        }
        return new DemoClock();
    }
}
