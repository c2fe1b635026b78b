package io.namesake.access.limits;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in the log that a request came with {@code X-Forwarded-For} where nobody's is believed: behind a proxy all people then have one address
 * and share its limits, and nothing else would show it. Once, since anybody can send that header, and without what it says.
 */
final class UnbelievedProxyValve extends ValveBase {
    private static final Logger log = LoggerFactory.getLogger(UnbelievedProxyValve.class);

    private final String whatToDo;
    private final AtomicBoolean said = new AtomicBoolean();

    /** @param whatToDo how a proxy is named */
    UnbelievedProxyValve(String whatToDo) {
        super(true);
        this.whatToDo = whatToDo;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (!said.get() && request.getHeader("X-Forwarded-For") != null && said.compareAndSet(false, true)) {
            log.warn(
                    "A request came with X-Forwarded-For, which is believed of nobody. If a proxy stands in front of this server, all people"
                            + " behind it count as one address: {}",
                    whatToDo);
        }
        getNext().invoke(request, response);
    }
}
