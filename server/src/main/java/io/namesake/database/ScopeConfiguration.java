package io.namesake.database;

import jakarta.servlet.Filter;
import java.lang.annotation.Annotation;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Advisor;
import org.springframework.aop.Pointcut;
import org.springframework.aop.support.ComposablePointcut;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.core.task.TaskDecorator;
import org.springframework.scheduling.annotation.Scheduled;

/** Gives work that has no caller its scope, and takes a request's away at its end. */
@Configuration(proxyBeanMethods = false)
class ScopeConfiguration {

    /** Listeners of events are for all operators; they have no caller whose rows they could be bound to. */
    @Bean
    static TaskDecorator scopeOfListeners() {
        return task -> () -> CurrentScope.run(Scope.ofSystem("listener"), task);
    }

    /** A request begins with nothing, whatever its thread did before, and leaves nothing behind. */
    @Bean
    static FilterRegistrationBean<Filter> scopeOfRequests() {
        Filter filter = (request, response, chain) -> {
            CurrentScope.clear();
            try {
                chain.doFilter(request, response);
            } finally {
                CurrentScope.clear();
            }
        };
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** Spring's scheduler decorates no task that has a fixed delay; hence by the annotation. */
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor scopeOfScheduledWork() {
        return widened(AnnotationMatchingPointcut.forMethodAnnotation(Scheduled.class));
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor scopeAcrossOperators() {
        Class<? extends Annotation> mark = AcrossOperators.class;
        return widened(new ComposablePointcut((Pointcut) AnnotationMatchingPointcut.forClassAnnotation(mark))
                .union((Pointcut) AnnotationMatchingPointcut.forMethodAnnotation(mark)));
    }

    private static Advisor widened(Pointcut where) {
        MethodInterceptor interceptor = call -> {
            var before = CurrentScope.get();
            var method = call.getMethod();
            CurrentScope.set(Scope.ofSystem(method.getDeclaringClass().getSimpleName() + "." + method.getName()));
            try {
                return call.proceed();
            } finally {
                CurrentScope.set(before);
            }
        };
        var advisor = new DefaultPointcutAdvisor(where, interceptor);
        // Before the transaction, whose connection would otherwise be told twice.
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return advisor;
    }
}
