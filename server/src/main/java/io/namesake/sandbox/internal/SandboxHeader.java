package io.namesake.sandbox.internal;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Says on every answer that it is a sandbox's, also on those that Tomcat gives before our application sees a request. */
@Component
@ConditionalOnProperty(SandboxDefaults.ENABLED)
class SandboxHeader implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    static final String NAME = "Namesake-Sandbox";

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addEngineValves(new HeaderValve());
    }

    private static final class HeaderValve extends ValveBase {

        private HeaderValve() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            response.setHeader(NAME, "true");
            getNext().invoke(request, response);
        }
    }
}
