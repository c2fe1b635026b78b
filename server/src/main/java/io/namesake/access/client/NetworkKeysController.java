package io.namesake.access.client;

import io.namesake.access.AccessNews;
import io.namesake.access.OperatorPrincipal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The operator says whose signature counts as its access network's word. */
@RestController
@RequestMapping("/v1/network-keys")
@Tag(name = "API clients")
class NetworkKeysController {
    private final NetworkKeyTable table;
    private final AccessNews news;
    private final Clock clock;

    NetworkKeysController(NetworkKeyTable table, AccessNews news, Clock clock) {
        this.table = table;
        this.news = news;
        this.clock = clock;
    }

    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "setNetworkKeys",
            summary = "Say whose signature is your access network's word",
            description = "A JWK set (RFC 7517) of public keys, in the place of those before. Your gateway before"
                    + " `/oauth2/authorize` signs with them for which line a browser comes (docs/camara.md).")
    @Transactional
    public void set(@Parameter(hidden = true) OperatorPrincipal operator, @RequestBody Map<String, Object> jwkSet) {
        table.set(operator.operatorId(), ClientKeys.of(jwkSet), clock.instant());
        news.tell(
                operator.operatorId(), "network-keys.set", operator.operatorId().value(), Map.of());
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "removeNetworkKeys", summary = "Let nobody vouch for your network any more")
    @Transactional
    public void remove(@Parameter(hidden = true) OperatorPrincipal operator) {
        table.remove(operator.operatorId());
        news.tell(
                operator.operatorId(),
                "network-keys.removed",
                operator.operatorId().value(),
                Map.of());
    }
}
