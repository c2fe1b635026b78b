package io.namesake.review.internal;

import io.namesake.access.Role;
import io.namesake.access.StaffPrincipal;
import io.namesake.access.StaffRoles;
import io.namesake.database.SqlTime;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the operator's people were trained for. Of whom nothing is said, they take any case: a small shop needs no skills. */
@Component
class Skills {
    private final JdbcClient jdbc;
    private final StaffRoles roles;
    private final Clock clock;

    Skills(JdbcClient jdbc, StaffRoles roles, Clock clock) {
        this.jdbc = jdbc;
        this.roles = roles;
        this.clock = clock;
    }

    Set<Skill> of(StaffPrincipal staff) {
        return jdbc.sql("select skills from review_skill where operator_id = :operator and staff_id = :staff")
                .param("operator", staff.operatorId().value())
                .param("staff", staff.staffId())
                .query(String.class)
                .optional()
                .map(Skills::parsed)
                .orElseGet(() -> EnumSet.allOf(Skill.class));
    }

    /** Somebody has exactly these skills from now on. @throws Problem {@code staff-unknown} */
    void set(StaffPrincipal supervisor, UUID staff, Set<Skill> skills) {
        requireColleague(supervisor, staff, Role.REVIEWER);
        jdbc.sql("""
                        insert into review_skill (operator_id, staff_id, skills, set_at)
                        values (:operator, :staff, :skills, :now)
                        on conflict (operator_id, staff_id) do update set skills = excluded.skills, set_at = excluded.set_at
                        """)
                .param("operator", supervisor.operatorId().value())
                .param("staff", staff)
                .param("skills", skills.stream().map(Enum::name).sorted().collect(Collectors.joining(",")))
                .param("now", SqlTime.of(clock.instant()))
                .update();
    }

    /** @throws Problem {@code staff-unknown} when they do not work here with one of the roles */
    void requireColleague(StaffPrincipal supervisor, UUID staff, Role... anyOf) {
        var theirs = roles.of(supervisor.operatorId(), staff);
        if (Arrays.stream(anyOf).noneMatch(theirs::contains)) {
            throw new Problem(ProblemType.STAFF_UNKNOWN);
        }
    }

    private static Set<Skill> parsed(String joined) {
        return Arrays.stream(joined.split(","))
                .filter(name -> !name.isEmpty())
                .map(Skill::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Skill.class)));
    }
}
