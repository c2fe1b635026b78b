package io.namesake.application.internal;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** Opens the face library and the pool it works on. */
@Configuration(proxyBeanMethods = false)
class FaceConfiguration {
    /** Waiting pieces of work for each thread: with half a second each, nobody waits longer than some seconds. */
    private static final int QUEUE_PER_THREAD = 4;

    @Bean(destroyMethod = "close")
    OpenVerifier openVerifier(
            @Value("${namesake.models-dir:}") String models,
            @Value("${spring.servlet.multipart.max-file-size}") DataSize largest) {
        return new OpenVerifier(
                Optional.of(models).filter(directory -> !directory.isBlank()).map(Path::of),
                Math.toIntExact(largest.toBytes()));
    }

    /** A server whose models cannot be used must not say that it is ready. */
    @Bean
    ApplicationRunner modelsAreReady(OpenVerifier verifier) {
        return arguments -> verifier.ready();
    }

    @Bean(destroyMethod = "close")
    FacePool facePool(MeterRegistry metrics) {
        int processors = Runtime.getRuntime().availableProcessors();
        return new FacePool(processors, processors * QUEUE_PER_THREAD, metrics);
    }

    @Bean
    Faces faces(FaceEngine engine, FacePool pool, MeterRegistry metrics) {
        return new Faces(engine, pool, metrics);
    }
}
