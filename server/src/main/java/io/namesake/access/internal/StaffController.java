package io.namesake.access.internal;

import io.namesake.access.OperatorPrincipal;
import io.namesake.access.Role;
import io.namesake.access.StaffPrincipal;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The operator's people. Each has a token of their own, so that every look and every decision has a person behind it. */
@RestController
@Tag(name = "Staff", description = "An operator's people, each with roles and a token of their own")
class StaffController {
    private static final int LONGEST_NAME = 100;

    private final StaffTable staff;

    StaffController(StaffTable staff) {
        this.staff = staff;
    }

    @Schema(name = "NewStaff")
    record Wanted(
            @Schema(example = "Li Na", maxLength = LONGEST_NAME) @Nullable
            String name,

            @Nullable Set<Role> roles) {}

    @Schema(name = "StaffMember")
    record Member(
            UUID id,
            String name,
            Set<Role> roles,
            Instant createdAt,
            SignInState signIn,

            @Schema(description = "What they sign in with; null for who has a token only", example = "K7M2-XQ4T")
            @Nullable
            String number) {
        static Member of(StaffTable.Member member) {
            return new Member(
                    member.id(), member.name(), member.roles(), member.createdAt(), member.signIn(), member.number());
        }
    }

    @Schema(name = "StaffCreated")
    record Created(
            Member member,

            @Schema(description = "Bearer token of this person, shown once", example = "nst_...")
            String token) {}

    @Schema(name = "StaffList")
    record All(List<Member> staff) {}

    @Schema(name = "StaffSelf", description = "Who the token stands for")
    record Self(UUID id, String name, Set<Role> roles) {}

    @PostMapping("/v1/staff")
    @Operation(operationId = "addStaff", summary = "Give one of the operator's people a token of their own")
    @ResponseStatus(HttpStatus.CREATED)
    Created add(@Parameter(hidden = true) OperatorPrincipal operator, @RequestBody Wanted wanted) {
        var name = wanted.name() == null ? "" : wanted.name().strip();
        var roles = wanted.roles();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.codePoints().anyMatch(Character::isISOControl)) {
            throw new Problem(ProblemType.REQUEST_INVALID, "A name of 1 to 100 printable characters is needed.");
        }
        if (roles == null || roles.isEmpty()) {
            throw new Problem(ProblemType.REQUEST_INVALID, "At least one role is needed.");
        }
        if (roles.contains(Role.SECOND_REVIEWER) && !roles.contains(Role.REVIEWER)) {
            throw new Problem(ProblemType.REQUEST_INVALID, "A second reviewer is a reviewer, too.");
        }
        var added = staff.addWithToken(operator.operatorId(), name, roles);
        return new Created(Member.of(added.member()), added.token());
    }

    @GetMapping("/v1/staff")
    @Operation(operationId = "listStaff", summary = "The operator's people")
    All list(@Parameter(hidden = true) OperatorPrincipal operator) {
        return new All(staff.of(operator.operatorId()).stream().map(Member::of).toList());
    }

    @GetMapping("/v1/staff/colleagues")
    @Operation(
            operationId = "listColleagues",
            summary = "Who works here",
            description = "For supervisors, who say what a reviewer was trained for and who settles a disagreement.")
    All colleagues(@Parameter(hidden = true) StaffPrincipal staff) {
        return new All(
                this.staff.of(staff.operatorId()).stream().map(Member::of).toList());
    }

    @DeleteMapping("/v1/staff/{id}")
    @Operation(operationId = "removeStaff", summary = "Somebody leaves: their token opens nothing any more")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@Parameter(hidden = true) OperatorPrincipal operator, @PathVariable UUID id) {
        if (!staff.leave(operator.operatorId(), id)) {
            throw new Problem(ProblemType.STAFF_UNKNOWN);
        }
    }

    @GetMapping("/v1/staff/me")
    @Operation(operationId = "whoAmI", summary = "Who the token stands for")
    Self self(@Parameter(hidden = true) StaffPrincipal staff) {
        return new Self(staff.staffId(), staff.name(), staff.roles());
    }
}
