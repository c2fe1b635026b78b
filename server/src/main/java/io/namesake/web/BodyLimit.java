package io.namesake.web;

import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds every body that is no upload, before anything parses it: 64 KiB, many times more than any request of the API has, and 1 MiB for a wallet's answer,
 * which holds a portrait.
 * Uploads are bounded by the servlet container's multipart limits.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class BodyLimit extends OncePerRequestFilter {
    private static final int MOST = 64 * 1024;
    private static final int MOST_OF_A_WALLET = 1024 * 1024;
    private static final String WALLETS = "/v1/wallet-requests/";

    private final ProblemWriter problems;

    BodyLimit(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int most = request.getRequestURI().startsWith(WALLETS) ? MOST_OF_A_WALLET : MOST;
        if (isOfAnyKind(request)) {
            problems.write(response, ProblemType.MEDIA_TYPE_UNSUPPORTED, request.getLocale());
        } else if (isUpload(request)) {
            chain.doFilter(request, response);
        } else if (request.getContentLengthLong() > most) {
            problems.write(response, ProblemType.REQUEST_TOO_LARGE, request.getLocale());
        } else {
            chain.doFilter(new Bounded(request, most), response);
        }
    }

    /** {@code *}{@code /*} says what somebody takes and not what they send; Spring MVC takes it for an accident. */
    private static boolean isOfAnyKind(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.indexOf('*') >= 0;
    }

    private static boolean isUpload(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    /** A request whose body ends the conversation when it is longer than it may be, whatever its header said. */
    private static final class Bounded extends HttpServletRequestWrapper {
        private final int most;

        Bounded(HttpServletRequest request, int most) {
            super(request);
            this.most = most;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new BoundedStream(super.getInputStream(), most);
        }
    }

    private static final class BoundedStream extends ServletInputStream {
        private final ServletInputStream body;
        private long left;

        BoundedStream(ServletInputStream body, int most) {
            this.body = body;
            left = most;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = body.read(buffer, offset, length);
            count(Math.max(0, count));
            return count;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw new Problem(ProblemType.REQUEST_TOO_LARGE);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
