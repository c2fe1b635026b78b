package io.namesake.application.internal;

import io.micrometer.core.instrument.MeterRegistry;
import io.namesake.decision.EvidencePolicy;
import io.namesake.document.print.FaceFinder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/** The pool that the face library works on; the library itself was opened by {@link EarlyModels}. */
@Configuration(proxyBeanMethods = false)
class FaceConfiguration {
    /** Waiting pieces of work for each thread: with half a second each, nobody waits longer than some seconds. */
    private static final int QUEUE_PER_THREAD = 4;

    /** A server whose models cannot be used must not say that it is ready. */
    @Bean
    ApplicationRunner modelsAreReady(ObjectProvider<OpenVerifier> verifier) {
        return arguments -> verifier.ifAvailable(OpenVerifier::ready);
    }

    @Bean(destroyMethod = "close")
    FacePool facePool(MeterRegistry metrics) {
        int processors = Runtime.getRuntime().availableProcessors();
        return new FacePool(processors, processors * QUEUE_PER_THREAD, metrics);
    }

    @Bean
    ChallengePolicy challengePolicy(Environment environment) {
        return ChallengePolicy.of(environment);
    }

    @Bean
    EvidencePolicy evidencePolicy(Environment environment, ResourceLoader files) {
        return EvidencePolicies.read(environment, files);
    }

    @Bean
    Faces faces(FaceEngine engine, FacePool pool, MeterRegistry metrics) {
        return new Faces(engine, pool, metrics);
    }

    /** Lent to whoever reads documents; not asked before a card is. */
    @Bean
    FaceFinder cardFaces(FaceEngine engine) {
        return new CardFaces(engine);
    }
}
