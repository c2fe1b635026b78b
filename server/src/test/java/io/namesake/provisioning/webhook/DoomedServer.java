package io.namesake.provisioning.webhook;

import io.namesake.NamesakeServer;
import io.namesake.access.OperatorId;
import io.namesake.database.CurrentScope;
import io.namesake.database.Scope;
import io.namesake.registry.HolderDetails;
import io.namesake.registry.LineIdentifier;
import io.namesake.registry.Lines;
import io.namesake.registry.Service;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A server in a process of its own, which says when it may be killed. Its arguments: the address of the database, the two keysets, the log's key, and
 * that of the receiver if it shall decide something.
 */
final class DoomedServer {
    static final String READY = "ready to be killed";

    private DoomedServer() {}

    // The server is left open on purpose: this process never ends by itself.
    @SuppressWarnings("resource")
    public static void main(String[] arguments) throws Exception {
        var server = NamesakeServer.start(Map.of(
                "namesake.port",
                "0",
                "namesake.database.url",
                arguments[0],
                "namesake.database.user",
                "postgres",
                "namesake.database.password",
                "",
                "namesake.keyset",
                arguments[1],
                "namesake.index-keyset",
                arguments[2],
                "namesake.audit.key",
                arguments[3],
                "namesake.outbound.allowed-networks",
                "127.0.0.0/8,::1/128"));
        if (arguments.length > 4) {
            CurrentScope.run(Scope.ofSystem("test"), () -> decide(server, arguments[4]));
        }
        System.out.println(READY);
        Thread.sleep(Long.MAX_VALUE);
    }

    /** Commits a decision of which the receiver is to be told, and stands still before anything follows from it. */
    private static void decide(ApplicationContext server, String receiver) {
        var operator = new OperatorId(UUID.randomUUID());
        var endpoint = server.getBean(WebhookEndpoints.class)
                .create(operator, EndpointUrl.parse(receiver), Optional.empty(), EnumSet.allOf(EventType.class))
                .endpoint();
        server.getBean(EndpointChallenge.class).verify(operator, endpoint);
        var lines = server.getBean(Lines.class);
        var line = LineIdentifier.parse(Service.MOBILE, "+8613800138000");
        var application = UUID.randomUUID();
        server.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
            lines.reserve(operator, line, application);
            lines.activate(operator, line, application, new HolderDetails("Li", "Si", "E1", LocalDate.EPOCH));
            TransactionSynchronizationManager.registerSynchronization(new StopTheWorld());
        });
    }

    /** Comes before whatever else waits for the commit. */
    private static final class StopTheWorld implements TransactionSynchronization, Ordered {
        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }

        @Override
        public void afterCommit() {
            System.out.println(READY);
            try {
                Thread.sleep(Long.MAX_VALUE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
