package io.namesake.access.internal;

import io.namesake.access.ApplicantPrincipal;
import io.namesake.access.Caller;
import io.namesake.access.ClientPrincipal;
import io.namesake.access.CredentialScheme;
import io.namesake.access.HolderPrincipal;
import io.namesake.access.NetworkPrincipal;
import io.namesake.access.OpenToAnyone;
import io.namesake.access.OperatorPrincipal;
import io.namesake.access.StaffPrincipal;
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

/** Decides who calls before anything of the request's body is read. */
@Component
class AuthenticationInterceptor implements HandlerInterceptor {
    static final String CALLER = AuthenticationInterceptor.class.getName() + ".caller";
    private static final String API = "/v1/";
    private static final String BEARER = "Bearer ";

    private final List<CredentialScheme> schemes;
    private final ScopeGuard scopes;

    AuthenticationInterceptor(List<CredentialScheme> schemes, ScopeGuard scopes) {
        this.scopes = scopes;
        this.schemes = List.copyOf(schemes);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method) || method.hasMethodAnnotation(OpenToAnyone.class)) {
            return true;
        }
        var named = Arrays.stream(method.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .filter(Caller.class::isAssignableFrom)
                .findFirst();
        if (named.isEmpty() && !request.getRequestURI().startsWith(API)) {
            return true; // no operation of ours: health, the API's description, the portal's files
        }
        Class<?> wanted = named.orElseThrow(() -> new IllegalStateException("Nobody may call "
                + method.getShortLogMessage() + ": it neither names its caller nor is open to anyone"));
        var caller = scopes.admit(
                authenticate(request).orElseThrow(() -> new Problem(ProblemType.NOT_AUTHENTICATED)), wanted, method);
        if (!wanted.isInstance(caller)) {
            throw new Problem(ProblemType.NOT_ALLOWED, whoMay(wanted));
        }
        request.setAttribute(CALLER, caller);
        return true;
    }

    private Optional<Caller> authenticate(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.empty();
        }
        var token = header.substring(BEARER.length()).strip();
        return schemes.stream()
                .filter(scheme -> token.startsWith(scheme.prefix()))
                .findFirst()
                .filter(scheme -> token.length() <= scheme.longest())
                .flatMap(scheme -> scheme.callerOf(token));
    }

    private static String whoMay(Class<?> wanted) {
        if (wanted == OperatorPrincipal.class) {
            return "Only an operator with its API key may do this.";
        }
        if (wanted == StaffPrincipal.class) {
            return "Only a member of an operator's staff, with a token of their own, may do this.";
        }
        if (wanted == HolderPrincipal.class) {
            return "Only a person who has just been verified may do this.";
        }
        if (wanted == ClientPrincipal.class) {
            return "Only an API client with an access token may do this.";
        }
        if (wanted == NetworkPrincipal.class) {
            return "Only a server of an operator's network, with its token, may do this.";
        }
        return wanted == ApplicantPrincipal.class
                ? "Only the applicant's own session may do this."
                : "You may not do this.";
    }
}
