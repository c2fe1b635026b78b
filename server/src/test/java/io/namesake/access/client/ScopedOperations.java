package io.namesake.access.client;

import io.namesake.access.ClientPrincipal;
import io.namesake.access.RequiresScope;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** An operation outside /v1, as other modules write it for clients. */
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
    }
}
