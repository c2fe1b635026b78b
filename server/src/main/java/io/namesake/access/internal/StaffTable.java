package io.namesake.access.internal;

import io.namesake.access.Caller;
import io.namesake.access.CredentialScheme;
import io.namesake.access.OperatorId;
import io.namesake.access.Role;
import io.namesake.access.SecretToken;
import io.namesake.access.StaffPrincipal;
import io.namesake.access.StaffRoles;
import io.namesake.database.SqlTime;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The operators' people and their tokens, {@code nst_<id>_<secret>}; the id finds the row, the secret proves the right to it. */
@Repository
class StaffTable implements CredentialScheme, StaffRoles {
    private static final String PREFIX = "nst_";
    private static final Pattern FORM = Pattern.compile("nst_([0-9a-f]{32})_([A-Za-z0-9_-]{43})");
    /** Compared with when there is no such token, so that an unknown id takes as long as a wrong secret. */
    private static final String NO_HASH = SecretToken.sha256("");

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random;

    StaffTable(JdbcClient jdbc, Clock clock, SecureRandom random) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.random = random;
    }

    /** A new member of staff and the token, which is known to its bearer only. */
    record Added(Member member, String token) {}

    /** A member of staff as their operator sees them. */
    record Member(UUID id, String name, Set<Role> roles, Instant createdAt) {}

    Added add(OperatorId operator, String name, Set<Role> roles) {
        var member = new Member(UUID.randomUUID(), name, EnumSet.copyOf(roles), clock.instant());
        var secret = SecretToken.random(random);
        jdbc.sql("""
                        insert into staff (id, operator_id, name, roles, secret_sha256, created_at)
                        values (:id, :operator, :name, :roles, :hash, :now)
                        """)
                .param("id", member.id())
                .param("operator", operator.value())
                .param("name", name)
                .param("roles", member.roles().stream().map(Enum::name).sorted().collect(Collectors.joining(",")))
                .param("hash", SecretToken.sha256(secret))
                .param("now", SqlTime.of(member.createdAt()))
                .update();
        return new Added(member, PREFIX + member.id().toString().replace("-", "") + "_" + secret);
    }

    List<Member> of(OperatorId operator) {
        return jdbc.sql("select * from staff where operator_id = :operator and left_at is null order by created_at, id")
                .param("operator", operator.value())
                .query((row, index) -> member(row))
                .list();
    }

    /** Their token opens nothing from now on. @return whether there was such a person */
    boolean leave(OperatorId operator, UUID id) {
        return jdbc.sql("""
                        update staff set left_at = :now where id = :id and operator_id = :operator and left_at is null
                        """)
                        .param("now", SqlTime.of(clock.instant()))
                        .param("id", id)
                        .param("operator", operator.value())
                        .update()
                == 1;
    }

    @Override
    public Set<Role> of(OperatorId operator, UUID staff) {
        return jdbc.sql("select * from staff where id = :id and operator_id = :operator and left_at is null")
                .param("id", staff)
                .param("operator", operator.value())
                .query((row, index) -> member(row).roles())
                .optional()
                .orElse(Set.of());
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Optional<Caller> callerOf(String token) {
        var parts = FORM.matcher(token);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var found = jdbc.sql("select * from staff where id = :id::uuid and left_at is null")
                .param("id", parts.group(1)) // PostgreSQL reads a UUID without hyphens, too
                .query((row, index) -> new Row(row.getString("secret_sha256"), principal(row)))
                .optional();
        boolean right =
                SecretToken.matches(parts.group(2), found.map(Row::secretSha256).orElse(NO_HASH));
        return right ? found.map(Row::principal) : Optional.empty();
    }

    private static StaffPrincipal principal(ResultSet row) throws SQLException {
        var member = member(row);
        return new StaffPrincipal(
                new OperatorId(row.getObject("operator_id", UUID.class)), member.id(), member.name(), member.roles());
    }

    private static Member member(ResultSet row) throws SQLException {
        var roles = Arrays.stream(row.getString("roles").split(","))
                .map(Role::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
        return new Member(
                row.getObject("id", UUID.class), row.getString("name"), roles, SqlTime.instant(row, "created_at"));
    }

    private record Row(String secretSha256, StaffPrincipal principal) {}
}
