package io.namesake.registry.internal;

import io.namesake.access.SecretToken;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.registry.Holding;
import io.namesake.registry.Line;
import io.namesake.registry.Transfer;
import io.namesake.registry.Transfers.Offer;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Makes offers, and finds them again by their tokens, of which only hashes are kept. */
@Component
class TransferOffers {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final TransferTable transfers;
    private final TransferSettings settings;
    private final LineNews news;
    private final SecureRandom random;
    private final Clock clock;

    TransferOffers(
            TransferTable transfers, TransferSettings settings, LineNews news, SecureRandom random, Clock clock) {
        this.transfers = transfers;
        this.settings = settings;
        this.news = news;
        this.random = random;
        this.clock = clock;
    }

    /** @param line locked by the caller, and free of another open transfer */
    Offer make(Line line, Holding holding, Transfer.Kind kind, Map<String, String> logged) {
        var now = clock.instant();
        var id = UUID.randomUUID();
        var token = SecretToken.random(random);
        var time = switch (kind) {
            case HANDOVER -> settings.expires();
            case INHERITANCE -> settings.inheritanceExpires();
        };
        var row = new TransferTable.Row(
                id,
                line.id(),
                line.operatorId(),
                kind,
                holding.holderId(),
                null,
                holding.id(),
                Transfer.State.OFFERED,
                null,
                now,
                null,
                now.plus(time),
                null,
                null);
        transfers.add(row, SecretToken.sha256(token));
        news.transferLog("line.transfer-offered", row, logged);
        return new Offer(id, token, row.dueAt());
    }

    /** @throws Problem {@code transfer-unknown} */
    TransferTable.Row find(String token) {
        return Optional.of(token)
                .filter(text -> TOKEN.matcher(text).matches())
                .flatMap(text -> transfers.withToken(SecretToken.sha256(text)))
                .orElseThrow(() -> new Problem(ProblemType.TRANSFER_UNKNOWN));
    }
}
