package io.namesake.application.internal;

import io.namesake.access.ApplicantPrincipal;
import io.namesake.access.SecretToken;
import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditLog;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.reading.WalletAnswer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a wallet for a document and takes its answer (OpenID4VP 1.0, response mode {@code direct_post.jwt}).
 *
 * <p>A request is for one application, lives some minutes and is answered once. What comes of it is a reading like a chip's: the applicant confirms it, the
 * policy weighs it, and the selfie is compared with its portrait.
 */
@Service
class WalletRequests {
    private static final int TOKEN = 43;

    private final Capture capture;
    private final DocumentIntake documents;
    private final ApplicationTable applications;
    private final WalletRequestTable requests;
    private final WalletConfiguration.Asker asker;
    private final WalletSettings settings;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final SecureRandom random;
    private final JsonMapper json;
    private final Clock clock;

    WalletRequests(
            Capture capture,
            DocumentIntake documents,
            ApplicationTable applications,
            WalletRequestTable requests,
            WalletConfiguration.Asker asker,
            WalletSettings settings,
            AuditLog audit,
            TransactionTemplate transaction,
            SecureRandom random,
            JsonMapper json,
            Clock clock) {
        this.capture = capture;
        this.documents = documents;
        this.applications = applications;
        this.requests = requests;
        this.asker = asker;
        this.settings = settings;
        this.audit = audit;
        this.transaction = transaction;
        this.random = random;
        this.json = json;
        this.clock = clock;
    }

    /** A new request. @param link what the wallet opens */
    record Begun(String link, Instant expiresAt) {}

    /** Makes a request in place of the one before. @throws Problem {@code wallet-not-offered} */
    Begun begin(ApplicantPrincipal applicant, String id) {
        var application = capture.requireMayShowPicture(applicant, id);
        var identity = identity();
        var request = SecretToken.random(random);
        var now = clock.instant();
        var expires = now.plus(settings.lifetime());
        requests.replace(application.id(), request, WalletSecrets.make(random), now, expires);
        return new Begun(WalletRequestObject.link(identity, request), expires);
    }

    /** Where the request of an application stands. */
    WalletRequestJson.Standing standing(ApplicantPrincipal applicant, String id) {
        var application = capture.requireMayShowPicture(applicant, id);
        if (asker.identity().isEmpty()) {
            return WalletRequestJson.Standing.notOffered();
        }
        return requests.byApplication(application.id())
                .map(row -> WalletRequestJson.Standing.of(row, clock.instant(), application.language()))
                .orElse(WalletRequestJson.Standing.none());
    }

    /** The request as the wallet fetches it: signed. May be fetched again until it is answered. */
    String object(String request) {
        var open = open(request);
        return WalletRequestObject.signed(identity(), request, open.secrets(), clock.instant(), open.expiresAt());
    }

    /**
     * Takes the answer. The request is spent, whatever comes of it, unless the server was busy.
     *
     * @throws Problem why nothing came of it, for the wallet; the applicant is told the same
     */
    void answer(String request, String body) {
        var open = open(request);
        var applicant = applicant(open);
        try {
            // Before anything is opened: the consent may have been withdrawn since, or a person been asked to look.
            capture.requireMayShowPicture(applicant, applicant.applicationId().toString());
            var response = WalletResponse.open(body, open.secrets(), json);
            var responseUri = WalletRequestObject.responseUri(identity(), request);
            var clientId = identity().clientId();
            documents.wallet(
                    applicant,
                    applicant.applicationId().toString(),
                    new WalletAnswer(
                            response.kind().format(),
                            response.presentation(),
                            open.secrets().transcript(clientId, responseUri),
                            open.secrets().binding(clientId),
                            open.secrets().privateKey()),
                    () -> close(applicant, request, WalletRequestTable.RECEIVED));
        } catch (Problem refused) {
            if (refused.type() != ProblemType.BUSY && refused.type() != ProblemType.WALLET_REQUEST_USED) {
                transaction.executeWithoutResult(
                        _ -> close(applicant, request, refused.type().slug()));
            }
            throw refused;
        }
    }

    private void close(ApplicantPrincipal applicant, String request, String outcome) {
        if (!requests.close(request, outcome, clock.instant())) {
            throw new Problem(ProblemType.WALLET_REQUEST_USED);
        }
        audit.append(new AuditEntry(
                applicant.operatorId(),
                "application.wallet-answered",
                applicant.applicationId().toString(),
                Map.of("outcome", outcome)));
    }

    /** An open request. */
    private record Open(UUID application, WalletSecrets secrets, Instant expiresAt) {}

    /** @throws Problem when there is none of that name, or it was answered or has expired */
    private Open open(String request) {
        var row = Optional.of(request)
                .filter(name -> name.length() == TOKEN)
                .flatMap(requests::byRequest)
                .orElseThrow(() -> new Problem(ProblemType.WALLET_REQUEST_UNKNOWN));
        if (row.secrets() == null) {
            throw new Problem(ProblemType.WALLET_REQUEST_USED);
        }
        if (!clock.instant().isBefore(row.expiresAt())) {
            throw new Problem(ProblemType.WALLET_REQUEST_EXPIRED);
        }
        return new Open(row.application(), row.secrets(), row.expiresAt());
    }

    /** Who asked, in whose name the answer is kept. */
    private ApplicantPrincipal applicant(Open open) {
        var application = applications.find(open.application()).orElseThrow();
        return new ApplicantPrincipal(application.operatorId(), application.id());
    }

    private WalletIdentity identity() {
        return asker.identity().orElseThrow(() -> new Problem(ProblemType.WALLET_NOT_OFFERED));
    }
}
