package io.namesake.access.client;

import io.namesake.access.limits.RateLimits;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away addresses that ask for codes or tokens too often, before a secret is hashed for them, and everybody where too many secrets
 * wait for that.
 */
@Component
class TokenDoor extends OncePerRequestFilter {
    private final RateLimits limits;
    private final ProblemWriter problems;

    TokenDoor(RateLimits limits, ProblemWriter problems) {
        this.limits = limits;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            limits.countAtDoor(request.getMethod() + " " + request.getServletPath(), request, response);
            chain.doFilter(request, response);
        } catch (Problem tooMany) {
            tooMany.retryAfter()
                    .ifPresent(wait -> response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds())));
            problems.write(response, tooMany.type(), request.getLocale());
        }
    }

    /** It belongs to the chains of these endpoints alone; Spring Boot would put it before every request. */
    @Configuration(proxyBeanMethods = false)
    static class NotEverywhere {
        @Bean
        FilterRegistrationBean<TokenDoor> tokenDoorRegistration(TokenDoor door) {
            var registration = new FilterRegistrationBean<>(door);
            registration.setEnabled(false);
            return registration;
        }
    }
}
