package io.namesake.access.internal;

import io.namesake.access.ApplicantPrincipal;
import io.namesake.access.Caller;
import io.namesake.access.ClientPrincipal;
import io.namesake.access.HolderPrincipal;
import io.namesake.access.NetworkPrincipal;
import io.namesake.access.OperatorPrincipal;
import io.namesake.access.StaffPrincipal;
import io.namesake.database.Scope;

/** Whose rows a caller's request sees. */
final class CallerScope {
    /** While it is not known yet who calls. */
    static final Scope SIGN_IN = Scope.ofSystem("sign-in");
    /** The door itself finds out whose rows are asked for, by a secret. */
    static final Scope OPEN_DOOR = Scope.ofSystem("open door");

    private CallerScope() {}

    static Scope of(Caller caller) {
        return switch (caller) {
            case OperatorPrincipal operator ->
                Scope.ofOperator(operator.operatorId().value());
            case StaffPrincipal staff -> Scope.ofOperator(staff.operatorId().value());
            case ClientPrincipal client -> Scope.ofOperator(client.operator().value());
            case NetworkPrincipal network ->
                Scope.ofOperator(network.operatorId().value());
            case ApplicantPrincipal applicant ->
                Scope.ofOperator(applicant.operatorId().value());
            case HolderPrincipal holder -> Scope.ofPerson(holder.holderId());
        };
    }
}
