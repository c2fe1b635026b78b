package io.namesake.exposure.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives {@code x-correlator} back (CAMARA API Design Guide, "X-Correlator header"), where it has the form that the definitions ask for; a
 * header of another form is not given back, so that nothing can be smuggled into an answer.
 */
@Component
class Correlator extends OncePerRequestFilter {
    static final String HEADER = "x-correlator";
    private static final Pattern FORM = Pattern.compile("[a-zA-Z0-9-_:;./<>{}]{0,256}");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(KycMatchController.ROOT);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var correlator = request.getHeader(HEADER);
        if (correlator != null && FORM.matcher(correlator).matches()) {
            response.setHeader(HEADER, correlator);
        }
        chain.doFilter(request, response);
    }
}
