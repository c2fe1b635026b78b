package io.namesake.application.internal;

import io.namesake.access.ApplicantPrincipal;
import io.namesake.access.Caller;
import io.namesake.access.ClientPrincipal;
import io.namesake.access.HolderPrincipal;
import io.namesake.access.NetworkPrincipal;
import io.namesake.access.OperatorPrincipal;
import io.namesake.access.StaffPrincipal;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds an application for whoever may see it. What is not theirs does not exist for them. */
@Component
class Road {
    private final ApplicationTable applications;
    private final EvidenceStore evidence;
    private final PersonsDecisionTable people;

    Road(ApplicationTable applications, EvidenceStore evidence, PersonsDecisionTable people) {
        this.applications = applications;
        this.evidence = evidence;
        this.people = people;
    }

    /** @throws Problem {@code application-unknown} */
    LineApplication find(Caller caller, String id) {
        var uuid = idFor(caller, id);
        return applications
                .find(uuid)
                .filter(found -> mayBeSeenBy(caller, found))
                .orElseThrow(Road::unknown);
    }

    /** Like {@link #find}, and nobody else changes it until the transaction ends. */
    LineApplication lock(Caller caller, String id) {
        var uuid = idFor(caller, id);
        return applications
                .lock(uuid)
                .filter(found -> mayBeSeenBy(caller, found))
                .orElseThrow(Road::unknown);
    }

    /** Where the step leads. @throws Problem when it cannot be taken */
    State next(LineApplication application, Step step) {
        return transition(application, step).orThrow();
    }

    /** Whether the applicant may ask for a check by a person from where the application is. */
    boolean mayAskForPerson(LineApplication application) {
        return transition(application, Step.REQUEST_ATTENDED_CHECK) instanceof Transition.To;
    }

    private Transition transition(LineApplication application, Step step) {
        boolean complete = step == Step.SUBMIT && isComplete(application.id());
        var situation = application.situation(complete);
        // Whoever was refused by people who saw pictures only may still come in person (promise 4).
        boolean mayComeInPerson = step == Step.REQUEST_ATTENDED_CHECK
                && application.state() == State.REFUSED
                && people.lastWasByPictures(application.id());
        return StateMachine.next(
                application.state(), step, mayComeInPerson ? new StateMachine.Situation(complete, true) : situation);
    }

    private boolean isComplete(UUID application) {
        var received = evidence.received(application);
        return received.containsKey(EvidenceKind.DOCUMENT_IMAGE)
                && received.containsKey(EvidenceKind.DOCUMENT_FIELDS)
                && received.containsKey(EvidenceKind.SELFIE_IMAGE);
    }

    private static UUID idFor(Caller caller, String text) {
        UUID id;
        try {
            id = UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
        if (caller instanceof ApplicantPrincipal applicant
                && !applicant.applicationId().equals(id)) {
            throw unknown();
        }
        return id;
    }

    private static boolean mayBeSeenBy(Caller caller, LineApplication application) {
        return switch (caller) {
            case OperatorPrincipal operator -> operator.operatorId().equals(application.operatorId());
            case ApplicantPrincipal applicant -> applicant.applicationId().equals(application.id());
            // They have views of their own: a case, what stands in their name, whether a line may be on.
            case StaffPrincipal _, HolderPrincipal _, ClientPrincipal _, NetworkPrincipal _ -> false;
        };
    }

    private static Problem unknown() {
        return new Problem(ProblemType.APPLICATION_UNKNOWN);
    }
}
