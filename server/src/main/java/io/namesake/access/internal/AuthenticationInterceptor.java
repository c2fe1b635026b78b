package io.namesake.access.internal;

import io.namesake.access.AccessRules;
import io.namesake.access.Caller;
import io.namesake.access.CookieScheme;
import io.namesake.access.CredentialScheme;
import io.namesake.access.OpenToAnyone;
import io.namesake.access.limits.RateLimits;
import io.namesake.database.CurrentScope;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Decides who calls before anything of the request's body is read. */
@Component
class AuthenticationInterceptor implements HandlerInterceptor {
    static final String CALLER = AuthenticationInterceptor.class.getName() + ".caller";
    /** Who called, before they stood for their operator. */
    static final String ACTOR = AuthenticationInterceptor.class.getName() + ".actor";

    private static final String API = "/v1/";
    private static final String AUTHORIZATION = "Authorization";
    private static final String BEARER = "Bearer ";

    private final List<CredentialScheme> schemes;
    private final List<CookieScheme> cookies;
    private final AccessRules policy;
    private final PolicyGuard guard;
    private final RateLimits limits;

    AuthenticationInterceptor(
            List<CredentialScheme> schemes,
            List<CookieScheme> cookies,
            AccessRules policy,
            PolicyGuard guard,
            RateLimits limits) {
        this.policy = policy;
        this.guard = guard;
        this.limits = limits;
        this.schemes = List.copyOf(schemes);
        this.cookies = List.copyOf(cookies);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)) {
            return true;
        }
        // By the pattern that matched: an address can be written in more ways than one, such as /%761/staff.
        var pattern = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        boolean ofTheApi = pattern.startsWith(API);
        var open = method.hasMethodAnnotation(OpenToAnyone.class);
        var rule = ofTheApi ? policy.of(operation(request, pattern)) : Optional.of(guard.byItsScopes(method));
        var named = Arrays.stream(method.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .filter(Caller.class::isAssignableFrom)
                .findFirst();
        if (!ofTheApi && !open && named.isEmpty()) {
            return true; // health, the API's description, the portal's files
        }
        if (ofTheApi && (rule.isEmpty() || open != rule.get().anyone() || (!open && named.isEmpty()))) {
            throw new IllegalStateException("Nobody may call " + method.getShortLogMessage()
                    + ": the policy does not know it, or says otherwise than its signature");
        }
        if (open) {
            limits.countAtDoor(operation(request, pattern), request, response);
            CurrentScope.set(CallerScope.OPEN_DOOR);
            return true;
        }
        Class<?> wanted = named.get();
        var caller = CurrentScope.call(CallerScope.SIGN_IN, () -> {
            var actor = authenticate(request).orElseThrow(() -> nobody(request, response));
            limits.count(actor, response);
            request.setAttribute(ACTOR, actor);
            return guard.admit(actor, wanted, rule.get());
        });
        if (!wanted.isInstance(caller)) {
            throw PolicyGuard.notFor(wanted);
        }
        request.setAttribute(CALLER, caller);
        CurrentScope.set(CallerScope.of(caller));
        return true;
    }

    /** Whoever brings what nobody has is counted; who brings nothing costs nothing. */
    private Problem nobody(HttpServletRequest request, HttpServletResponse response) {
        if (request.getHeader(AUTHORIZATION) != null) {
            limits.countUnknown(request, response);
        }
        return new Problem(ProblemType.NOT_AUTHENTICATED);
    }

    private static String operation(HttpServletRequest request, String pattern) {
        var method = "HEAD".equals(request.getMethod()) ? "GET" : request.getMethod();
        return method + " " + pattern;
    }

    private Optional<Caller> authenticate(HttpServletRequest request) {
        var header = request.getHeader(AUTHORIZATION);
        if (header == null) {
            return cookies.stream()
                    .map(scheme -> scheme.callerOf(request))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.empty();
        }
        var token = header.substring(BEARER.length()).strip();
        // A loop, since networks ask thousands of times a second. JWTs may be ours or those of the issuer beside us.
        for (var scheme : schemes) {
            if (token.startsWith(scheme.prefix()) && token.length() <= scheme.longest()) {
                var caller = scheme.callerOf(token, request);
                if (caller.isPresent()) {
                    return caller;
                }
            }
        }
        return Optional.empty();
    }
}
