package io.namesake.access.client;

import io.namesake.access.Caller;
import io.namesake.access.ClientPrincipal;
import io.namesake.access.KnownClients;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Programs that bring tokens of the issuer beside ours. */
@Component
class RegisteredElsewhere implements KnownClients {
    private final ApiClientTable table;

    RegisteredElsewhere(ApiClientTable table) {
        this.table = table;
    }

    @Override
    public Optional<Caller> byExternalId(String externalId, Set<String> granted, boolean bound) {
        return table.external(externalId)
                .filter(client -> bound || !client.boundTokens())
                .map(client -> {
                    var both = new HashSet<>(granted);
                    both.retainAll(client.scopes());
                    return new ClientPrincipal(client.operator(), client.id(), client.name(), client.kind(), both);
                });
    }
}
