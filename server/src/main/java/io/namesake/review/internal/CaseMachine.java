package io.namesake.review.internal;

import io.namesake.review.internal.CaseStep.Assign;
import io.namesake.review.internal.CaseStep.Claim;
import io.namesake.review.internal.CaseStep.Find;
import io.namesake.review.internal.CaseStep.LosePictures;
import io.namesake.review.internal.CaseStep.MeetLineLimit;
import io.namesake.review.internal.CaseStep.Need;
import io.namesake.review.internal.CaseStep.Release;
import io.namesake.review.internal.CaseStep.Withdraw;
import io.namesake.review.internal.Move.Barred;
import io.namesake.review.internal.Move.PassedOn;
import io.namesake.review.internal.Move.Settled;
import io.namesake.review.internal.Move.To;
import io.namesake.review.internal.Move.Why;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Which steps a case can take from where, and where they lead. A pure function; nothing else changes a case.
 *
 * <p>Its laws: what is closed stays closed; one person at a time works on a case, and only while their lock holds; nobody finds
 * something in a case twice, or judges an applicant whom they decided against before; where two are needed, two different people
 * agree, or a third settles it; a case without pictures is decided only by somebody before whom the applicant stands.
 */
final class CaseMachine {

    private CaseMachine() {}

    static Move next(CaseState state, CaseStep step, Instant now) {
        if (state.stage().isClosed()) {
            return new Barred(Why.CLOSED);
        }
        return switch (step) {
            case Claim claim -> claimed(state, claim, now);
            case Release(var staff) -> released(state, staff, now);
            case Find(var opinion, var need) -> found(state, opinion, need, now);
            case Assign(var staff) -> assigned(state, staff);
            case LosePictures() -> withoutPictures(state, now);
            // Two who agree agree about the exception as well.
            case MeetLineLimit() -> new To(state.stage() == Stage.OPEN ? state : state.anew());
            case Withdraw() -> new To(state.at(Stage.WITHDRAWN, state.opinions()));
        };
    }

    private static Move claimed(CaseState state, Claim claim, Instant now) {
        var held = state.lockAt(now);
        if (held.filter(lock -> !lock.staff().equals(claim.staff())).isPresent()) {
            return new Barred(Why.LOCKED_BY_ANOTHER);
        }
        if (!mayFind(state, claim.staff())) {
            return new Barred(Why.ANOTHER_PERSON);
        }
        boolean applicantIsThere = claim.byCode() || held.map(Lock::byCode).orElse(false);
        if (state.kind() == CaseKind.ATTENDED && !applicantIsThere) {
            return new Barred(Why.APPLICANT_ABSENT);
        }
        return new To(state.locked(new Lock(claim.staff(), claim.until(), applicantIsThere)));
    }

    private static Move released(CaseState state, UUID staff, Instant now) {
        if (state.lockAt(now).filter(lock -> !lock.staff().equals(staff)).isPresent()) {
            return new Barred(Why.NO_LOCK);
        }
        return new To(state.locked(null));
    }

    private static Move found(CaseState state, Opinion opinion, Need need, Instant now) {
        var lock = state.lockAt(now).filter(held -> held.staff().equals(opinion.staff()));
        if (lock.isEmpty()) {
            return new Barred(Why.NO_LOCK);
        }
        if (!mayFind(state, opinion.staff())) {
            return new Barred(Why.ANOTHER_PERSON);
        }
        if (lock.get().byCode() != opinion.attended()) {
            return new Barred(Why.APPLICANT_ABSENT);
        }
        if (need != Need.TWO_OPINIONS && opinion.code().verdict() == Verdict.ATTENDED) {
            // Safe for the applicant, whatever others found before: somebody sees them.
            return new PassedOn(state.anewInPerson(null), opinion);
        }
        var opinions = new ArrayList<>(state.opinions());
        opinions.add(opinion);
        return switch (state.stage()) {
            case OPEN ->
                need == Need.ONE ? settled(state, opinions) : new To(state.at(Stage.AWAITING_SECOND, opinions));
            case AWAITING_SECOND ->
                need == Need.TWO_OPINIONS || opinion.agreesWith(state.opinions().getLast())
                        ? settled(state, opinions)
                        : new To(state.at(Stage.DISPUTED, opinions));
            case DISPUTED -> settled(state, opinions);
            case DECIDED, WITHDRAWN -> new Barred(Why.CLOSED);
        };
    }

    private static Settled settled(CaseState state, List<Opinion> opinions) {
        return new Settled(
                state.at(Stage.DECIDED, opinions), opinions.getLast().code().verdict());
    }

    private static Move assigned(CaseState state, UUID staff) {
        if (state.stage() != Stage.DISPUTED) {
            return new Barred(Why.NOT_DISPUTED);
        }
        if (state.hasFound(staff) || state.barred().contains(staff)) {
            return new Barred(Why.ANOTHER_PERSON);
        }
        return new To(state.assigned(staff));
    }

    /** What was found by pictures does not count for a decision in person; what agents found stays. */
    private static Move withoutPictures(CaseState state, Instant now) {
        if (state.kind() == CaseKind.ATTENDED) {
            return new To(state);
        }
        var lock = state.lockAt(now).filter(Lock::byCode).orElse(null);
        boolean agentsOnly = state.opinions().stream().allMatch(Opinion::attended);
        if (agentsOnly && !state.opinions().isEmpty()) {
            return new To(new CaseState(
                    CaseKind.ATTENDED, state.stage(), lock, state.opinions(), state.barred(), state.assignedTo()));
        }
        return new To(state.anewInPerson(lock));
    }

    private static boolean mayFind(CaseState state, UUID staff) {
        return !state.hasFound(staff)
                && !state.barred().contains(staff)
                && (state.stage() != Stage.DISPUTED || staff.equals(state.assignedTo()));
    }
}
