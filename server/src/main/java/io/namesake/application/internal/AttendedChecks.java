package io.namesake.application.internal;

import io.namesake.access.Caller;
import io.namesake.decision.Decision;
import io.namesake.decision.Reason;
import io.namesake.privacy.Consents;
import io.namesake.privacy.EvidenceErased;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.registry.LineTaken;
import io.namesake.registry.Lines;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The other way (promise 2): a trained person looks, and no face is processed. Whatever was sent is erased at once. */
@Service
class AttendedChecks {
    private final Road road;
    private final ApplicationTable applications;
    private final EvidenceErasure erasure;
    private final DecisionRecorder recorder;
    private final WalletRequestTable walletRequests;
    private final Lines lines;
    private final Consents consents;
    private final Clock clock;

    AttendedChecks(
            Road road,
            ApplicationTable applications,
            EvidenceErasure erasure,
            DecisionRecorder recorder,
            WalletRequestTable walletRequests,
            Lines lines,
            Consents consents,
            Clock clock) {
        this.road = road;
        this.applications = applications;
        this.erasure = erasure;
        this.recorder = recorder;
        this.walletRequests = walletRequests;
        this.lines = lines;
        this.consents = consents;
        this.clock = clock;
    }

    @Transactional
    public LineApplication request(Caller caller, String id) {
        var application = road.lock(caller, id);
        var next = road.next(application, Step.REQUEST_ATTENDED_CHECK);
        if (application.state() == State.REFUSED) {
            reserveAgain(application);
        }
        return attend(application, next, EvidenceErased.Cause.ATTENDED_CHECK);
    }

    /** Takes the consent back, up to the decision: also while it is being made, or a person is to make it. */
    @Transactional
    public LineApplication withdrawConsent(Caller caller, String id) {
        var application = road.lock(caller, id);
        var next = road.next(application, Step.WITHDRAW_CONSENT);
        var before = consents.of(application.id()).orElseThrow(() -> new Problem(ProblemType.CONSENT_REQUIRED));
        if (before.withdrawnAt() != null) {
            return application;
        }
        consents.withdraw(application.operatorId(), application.id());
        return attend(application, next, EvidenceErased.Cause.CONSENT_WITHDRAWN);
    }

    private LineApplication attend(LineApplication application, State next, EvidenceErased.Cause cause) {
        var now = clock.instant();
        var decision = application.knowingLimit(Decision.review(Reason.ATTENDED_CHECK_REQUESTED));
        var requested = application.decided(next, decision, now).withAttendedCheckRequested(now);
        var erased = erasure.erase(requested, cause);
        applications.update(erased);
        walletRequests.end(erased.id());
        recorder.announce(erased, decision);
        return erased;
    }

    /** The refusal let go of the line; somebody else may have it by now. */
    private void reserveAgain(LineApplication application) {
        try {
            switch (application.purpose()) {
                case NEW_LINE -> lines.reserve(application.operatorId(), application.requiredLine(), application.id());
                case REVERIFY ->
                    lines.reserveAgain(application.operatorId(), application.requiredLine(), application.id());
                // The SIM that was asked for is still noted, and whose the line is will be asked again.
                case SIM_CHANGE, MY_LINES -> {}
            }
        } catch (LineTaken taken) {
            throw new Problem(ProblemType.LINE_TAKEN);
        }
    }
}
