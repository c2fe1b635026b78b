package io.namesake.events;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.aopalliance.intercept.MethodInterceptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.EventPublication.Status;
import org.springframework.modulith.events.core.EventPublicationRepository;
import org.springframework.modulith.events.core.EventPublicationRepository.FailedCriteria;
import org.springframework.modulith.events.core.EventSerializer;
import org.springframework.modulith.events.core.Staleness;
import org.springframework.modulith.events.core.TargetEventPublication;

/** Spring Modulith's event publications as it stores them, but for the choice of what is tried again. */
@Configuration(proxyBeanMethods = false)
class EventConfiguration {
    private static final Logger log = LoggerFactory.getLogger(EventConfiguration.class);

    /** Its filters hold only after the oldest were chosen, so the choice itself is another one here. */
    @Bean
    @Primary
    EventPublicationRepository eventPublications(
            @Qualifier("jdbcEventPublicationRepository") EventPublicationRepository stored,
            JdbcClient jdbc,
            EventSerializer serializer,
            Staleness staleness,
            Clock clock) {
        var failures = new FailuresByListener(jdbc, serializer, clock);
        MethodInterceptor choice = call -> switch (call.getMethod().getName()) {
            case "findFailedPublications" -> failures.find((FailedCriteria) call.getArguments()[0]);
            case "findIncompletePublications" -> readable((List<?>) call.proceed());
            case "findByStatus" ->
                notTriedSince(clock.instant().minus(staleness.getStaleness((Status) call.getArguments()[0])), (List<?>)
                        call.proceed());
            default -> call.proceed();
        };
        var chosen = new ProxyFactory(stored);
        chosen.setInterfaces(EventPublicationRepository.class);
        chosen.addAdvice(choice);
        return (EventPublicationRepository) chosen.getProxy();
    }

    /** The others wait: Modulith delivers all of them as the server starts, and one that cannot be read would keep it from starting. */
    private static List<TargetEventPublication> readable(List<?> publications) {
        return publications.stream()
                .map(TargetEventPublication.class::cast)
                .filter(publication -> {
                    try {
                        publication.getEvent();
                        return true;
                    } catch (RuntimeException e) {
                        log.warn(
                                "Event {} cannot be read by this server, and waits for one that can",
                                publication.getIdentifier());
                        return false;
                    }
                })
                .toList();
    }

    /**
     * What may have got stuck. Modulith alone asks by this for when an event was published: what failed long ago and is being tried again at
     * this moment would be failed once more, and tried a second time beside the first.
     */
    private static List<TargetEventPublication> notTriedSince(Instant reference, List<?> publications) {
        return publications.stream()
                .map(TargetEventPublication.class::cast)
                .filter(publication -> {
                    var tried = publication.getLastResubmissionDate();
                    return tried == null || tried.isBefore(reference);
                })
                .toList();
    }
}
