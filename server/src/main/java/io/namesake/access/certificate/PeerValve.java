package io.namesake.access.certificate;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Optional;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Notes who is at the other end of the connection itself. What a request says its remote address is may be what a proxy said in
 * {@code X-Forwarded-For}, and what anybody said where that header is believed of too many.
 */
final class PeerValve extends ValveBase {
    private static final String PEER = PeerValve.class.getName();

    PeerValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        request.setAttribute(PEER, request.getPeerAddr());
        getNext().invoke(request, response);
    }

    /** Empty when the request did not come through this valve. */
    static Optional<InetAddress> of(HttpServletRequest request) {
        if (!(request.getAttribute(PEER) instanceof String address)) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(address));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
