package io.namesake.provisioning.radius;

import io.namesake.access.OperatorDirectory;
import io.namesake.access.OperatorId;
import io.namesake.registry.Line;
import io.namesake.registry.Lines;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What an operator's network is answered for a line, as it stands now. It reads, and leaves nothing behind. */
@Component
class AccessPolicy {
    private static final String PORTAL = "${portal}";

    private final RadiusPolicy policy;
    private final Lines lines;
    private final OperatorDirectory operators;
    private final String portal;
    /** An operator's name and the policy stay as they are while the server runs. */
    private final Map<OperatorId, Map<LineState, AccessAnswer>> answers = new ConcurrentHashMap<>();

    AccessPolicy(
            RadiusPolicy policy,
            Lines lines,
            OperatorDirectory operators,
            @Value("${namesake.public-url}") String publicUrl) {
        this.policy = policy;
        this.lines = lines;
        this.operators = operators;
        this.portal = publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl;
    }

    /**
     * What a network is answered.
     *
     * @param name the line's one name, by which its sessions are found again; empty for a line that is not known
     * @param answer what the policy says
     */
    record Authorisation(Optional<String> name, AccessAnswer answer) {}

    /** @param name as the network has it; what cannot be a line is one that nobody knows */
    Authorisation of(OperatorId operator, String name) {
        var line = lines.find(operator, name);
        var state = line.map(LineState::of).orElse(LineState.UNKNOWN);
        return new Authorisation(line.map(found -> found.identifier().value()), of(operator, state));
    }

    AccessAnswer of(Line line) {
        return of(line.operatorId(), LineState.of(line));
    }

    AccessAnswer of(OperatorId operator, LineState state) {
        return answers.computeIfAbsent(operator, this::written).get(state);
    }

    /** With the addresses written out, made once for each operator. */
    private Map<LineState, AccessAnswer> written(OperatorId operator) {
        var name = policy.operators().isEmpty() ? "" : operators.of(operator);
        var written = new EnumMap<LineState, AccessAnswer>(LineState.class);
        for (var state : LineState.values()) {
            written.put(state, policy.of(name, state).with(PORTAL, portal));
        }
        return written;
    }
}
