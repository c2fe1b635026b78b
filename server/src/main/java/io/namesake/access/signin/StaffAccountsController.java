package io.namesake.access.signin;

import io.namesake.access.OperatorPrincipal;
import io.namesake.access.Role;
import io.namesake.access.StaffPrincipal;
import io.namesake.access.StaffRegister;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who signs in here: invited, given other roles, helped when a factor is lost. */
@RestController
@Tag(name = "Staff")
class StaffAccountsController {
    private static final int LONGEST_NAME = 100;

    private final StaffInvitations invitations;
    private final StaffRegister register;

    StaffAccountsController(StaffInvitations invitations, StaffRegister register) {
        this.invitations = invitations;
        this.register = register;
    }

    @Schema(name = "StaffWanted")
    record Wanted(
            @Schema(example = "Li Na", maxLength = LONGEST_NAME) @Nullable
            String name,

            @Nullable Set<Role> roles) {}

    @Schema(name = "StaffInvitation")
    record Invitation(
            UUID staffId,

            @Schema(description = "What the person signs in with; it is no secret", example = "K7M2-XQ4T")
            String number,

            @Schema(description = "A link for that person alone, shown once. It opens once.")
            String url,

            Instant expiresAt) {
        static Invitation of(StaffInvitations.Invited invited) {
            return new Invitation(invited.staff(), invited.number().shown(), invited.url(), invited.expiresAt());
        }
    }

    @Schema(name = "StaffRoles")
    record Roles(
            @Schema(description = "Exactly these from now on, at least one") @Nullable
            Set<Role> roles) {}

    @PostMapping("/v1/staff/invitations")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "inviteStaff",
            summary = "Invite one of the operator's people to sign in",
            description =
                    "The link lets that person choose a password and set up a device, whose codes are the second factor.")
    Invitation invite(@Parameter(hidden = true) OperatorPrincipal operator, @RequestBody Wanted wanted) {
        var name = wanted.name() == null ? "" : wanted.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.codePoints().anyMatch(Character::isISOControl)) {
            throw new Problem(ProblemType.REQUEST_INVALID, "A name of 1 to 100 printable characters is needed.");
        }
        return Invitation.of(invitations.invite(operator.operatorId(), name, atLeastOne(wanted.roles())));
    }

    @PostMapping("/v1/staff/{id}/invitation")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "renewStaffInvitation",
            summary = "Give somebody a new link, who lost a factor or never used the first",
            description = "At once neither the password nor the device nor any session of before opens anything.")
    Invitation renew(@Parameter(hidden = true) OperatorPrincipal operator, @PathVariable UUID id) {
        return Invitation.of(invitations.renew(operator.operatorId(), id));
    }

    @PostMapping("/v1/staff/colleagues/{id}/invitation")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "renewColleagueInvitation",
            summary = "The same, by a supervisor",
            description =
                    "For supervisors, so that a shop goes on when a device is lost. Not for themselves, another supervisor or an auditor,"
                            + " who checks what supervisors do. The audit log says who gave the link.")
    Invitation renew(@Parameter(hidden = true) StaffPrincipal staff, @PathVariable UUID id) {
        var colleague = register.working(id)
                .filter(known -> known.operatorId().equals(staff.operatorId()))
                .orElseThrow(() -> new Problem(ProblemType.STAFF_UNKNOWN));
        if (colleague.roles().contains(Role.SUPERVISOR) || colleague.roles().contains(Role.AUDITOR)) {
            throw new Problem(ProblemType.NOT_ALLOWED, "Only the operator gives a link to a supervisor or an auditor.");
        }
        return Invitation.of(invitations.renew(staff.operatorId(), id));
    }

    @PutMapping("/v1/staff/{id}/roles")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "setStaffRoles", summary = "Give somebody other roles, which hold at once")
    void roles(@Parameter(hidden = true) OperatorPrincipal operator, @PathVariable UUID id, @RequestBody Roles wanted) {
        if (!register.setRoles(operator.operatorId(), id, atLeastOne(wanted.roles()))) {
            throw new Problem(ProblemType.STAFF_UNKNOWN);
        }
    }

    private static Set<Role> atLeastOne(@Nullable Set<Role> roles) {
        if (roles == null || roles.isEmpty()) {
            throw new Problem(ProblemType.REQUEST_INVALID, "At least one role is needed.");
        }
        if (roles.contains(Role.SECOND_REVIEWER) && !roles.contains(Role.REVIEWER)) {
            throw new Problem(ProblemType.REQUEST_INVALID, "A second reviewer is a reviewer, too.");
        }
        return roles;
    }
}
