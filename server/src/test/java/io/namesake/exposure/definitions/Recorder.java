package io.namesake.exposure.definitions;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingRequestWrapper;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Keeps what tests ask and are answered under {@code /camara/}, until {@link ByDefinition} takes it. A part of every server of the tests. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Recorder extends OncePerRequestFilter {
    private static final int MOST = 1_000_000;
    private static final ConcurrentLinkedQueue<Exchange> KEPT = new ConcurrentLinkedQueue<>();
    private static volatile boolean keeping;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !keeping || !request.getRequestURI().startsWith("/camara/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var asked = new ContentCachingRequestWrapper(request, MOST);
        var answered = new ContentCachingResponseWrapper(response);
        chain.doFilter(asked, answered);
        KEPT.add(new Exchange(
                request.getMethod(),
                request.getRequestURI(),
                new String(asked.getContentAsByteArray(), StandardCharsets.UTF_8),
                request.getHeader("x-correlator"),
                answered.getStatus(),
                answered.getContentType(),
                answered.getHeader("x-correlator"),
                new String(answered.getContentAsByteArray(), StandardCharsets.UTF_8)));
        answered.copyBodyToResponse();
    }

    /** From now on everything is kept. */
    static void begin() {
        KEPT.clear();
        keeping = true;
    }

    /** What was kept; from now on nothing is. */
    static List<Exchange> take() {
        keeping = false;
        var taken = new ArrayList<Exchange>();
        for (var next = KEPT.poll(); next != null; next = KEPT.poll()) {
            taken.add(next);
        }
        return taken;
    }
}
