package io.namesake.events;

import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.core.EventPublicationRepository;
import org.springframework.modulith.events.core.EventPublicationRepository.FailedCriteria;
import org.springframework.modulith.events.core.EventSerializer;

/** Spring Modulith's event publications as it stores them, but for the choice of what is tried again. */
@Configuration(proxyBeanMethods = false)
class EventConfiguration {

    /** Its filters hold only after the oldest were chosen, so the choice itself is another one here. */
    @Bean
    @Primary
    EventPublicationRepository eventPublications(
            @Qualifier("jdbcEventPublicationRepository") EventPublicationRepository stored,
            JdbcClient jdbc,
            EventSerializer serializer) {
        var failures = new FailuresByListener(jdbc, serializer);
        MethodInterceptor choice = call -> call.getMethod().getName().equals("findFailedPublications")
                ? failures.find((FailedCriteria) call.getArguments()[0])
                : call.proceed();
        var chosen = new ProxyFactory(stored);
        chosen.setInterfaces(EventPublicationRepository.class);
        chosen.addAdvice(choice);
        return (EventPublicationRepository) chosen.getProxy();
    }
}
