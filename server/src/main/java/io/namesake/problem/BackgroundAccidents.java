package io.namesake.problem;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.interceptor.AsyncUncaughtExceptionHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.AsyncConfigurer;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/** Accidents of listeners and scheduled work, which no caller hears of: Spring would log them with message and all. */
@Configuration(proxyBeanMethods = false)
class BackgroundAccidents {
    private static final Logger log = LoggerFactory.getLogger(BackgroundAccidents.class);
    /** More than there are pieces of scheduled work, so that none waits for another. */
    private static final int THREADS = 16;

    /** Spring Boot's own for virtual threads does everything that has a fixed delay on one thread. */
    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.setVirtualThreads(true);
        scheduler.setThreadNamePrefix("scheduled-");
        scheduler.setPoolSize(THREADS);
        scheduler.setErrorHandler(accident -> Accident.log(log, "Scheduled work", accident));
        return scheduler;
    }

    /** A bean of its own, since Spring Boot wraps it. */
    @Component
    static class Listeners implements AsyncConfigurer {

        @Override
        public AsyncUncaughtExceptionHandler getAsyncUncaughtExceptionHandler() {
            return (accident, method, arguments) ->
                    Accident.log(log, method.getDeclaringClass().getSimpleName() + "." + method.getName(), accident);
        }
    }
}
