package io.namesake.access.client;

import io.namesake.access.ClientPrincipal;
import io.namesake.access.OperatorPrincipal;
import io.namesake.access.RequiresScope;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Operations as other modules write them: one for clients, one for the operator and its own clients. */
@TestConfiguration(proxyBeanMethods = false)
@Import(ScopedOperations.Operations.class)
public class ScopedOperations {

    @RestController
    static class Operations {

        @GetMapping("/test-exposure/who")
        @RequiresScope("test:ask")
        String who(ClientPrincipal client) {
            return client.clientName() + " " + client.clientId();
        }

        @GetMapping("/v1/test-lines")
        @RequiresScope("test-lines:read")
        String lines(OperatorPrincipal operator) {
            return operator.name();
        }

        @GetMapping("/v1/test-operator-only")
        String operatorOnly(OperatorPrincipal operator) {
            return operator.name();
        }
    }
}
