package io.namesake.access.internal;

import io.namesake.access.AccessNews;
import io.namesake.access.Caller;
import io.namesake.access.CredentialScheme;
import io.namesake.access.OperatorId;
import io.namesake.access.Role;
import io.namesake.access.SecretToken;
import io.namesake.access.StaffPrincipal;
import io.namesake.access.StaffRegister;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The operators' people, and tokens of those who have one, {@code nst_<id>_<secret>}; the id finds the row, the secret proves the
 * right to it.
 */
@Repository
class StaffTable implements CredentialScheme, StaffRoles, StaffRegister {
    private static final String PREFIX = "nst_";
    /** Where the hyphen of a number stands. */
    private static final int HALF = 4;

    private static final Pattern FORM = Pattern.compile("nst_([0-9a-f]{32})_([A-Za-z0-9_-]{43})");
    /** Compared with when there is no such token, so that an unknown id takes as long as a wrong secret. */
    private static final String NO_HASH = SecretToken.sha256("");

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random;
    private final AccessNews news;

    StaffTable(JdbcClient jdbc, Clock clock, SecureRandom random, AccessNews news) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.random = random;
        this.news = news;
    }

    /** A new member of staff and the token, which is known to its bearer only. */
    record Added(Member member, String token) {}

    /**
     * A member of staff as their operator sees them.
     *
     * @param number with which they sign in; null for who has a token only
     */
    record Member(
            UUID id,
            String name,
            Set<Role> roles,
            Instant createdAt,
            SignInState signIn,
            @Nullable String number) {}

    /** Somebody new with a token, which nobody but its bearer will know. */
    @Transactional
    Added addWithToken(OperatorId operator, String name, Set<Role> roles) {
        var secret = SecretToken.random(random);
        var member = insert(operator, name, roles, SecretToken.sha256(secret));
        return new Added(member, PREFIX + member.id().toString().replace("-", "") + "_" + secret);
    }

    @Override
    @Transactional
    public UUID add(OperatorId operator, String name, Set<Role> roles) {
        return insert(operator, name, roles, null).id();
    }

    private Member insert(OperatorId operator, String name, Set<Role> roles, @Nullable String hash) {
        var member =
                new Member(UUID.randomUUID(), name, EnumSet.copyOf(roles), clock.instant(), SignInState.TOKEN, null);
        jdbc.sql("""
                        insert into staff (id, operator_id, name, roles, secret_sha256, created_at)
                        values (:id, :operator, :name, :roles, :hash, :now)
                        """)
                .param("id", member.id())
                .param("operator", operator.value())
                .param("name", name)
                .param("roles", text(roles))
                .param("hash", hash)
                .param("now", SqlTime.of(member.createdAt()))
                .update();
        news.tell(
                operator,
                "staff.added",
                member.id(),
                Map.of("roles", text(roles), "token", String.valueOf(hash != null)));
        return member;
    }

    private static String text(Set<Role> roles) {
        return roles.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }

    @Override
    public Optional<StaffPrincipal> working(UUID staff) {
        return jdbc.sql("select * from staff where id = :id and left_at is null")
                .param("id", staff)
                .query((row, index) -> principal(row))
                .optional();
    }

    @Override
    @Transactional
    public boolean setRoles(OperatorId operator, UUID staff, Set<Role> roles) {
        boolean changed = jdbc.sql("""
                                update staff set roles = :roles
                                where id = :id and operator_id = :operator and left_at is null
                                """)
                        .param("roles", text(roles))
                        .param("id", staff)
                        .param("operator", operator.value())
                        .update()
                == 1;
        if (changed) {
            news.tell(operator, "staff.roles-changed", staff, Map.of("roles", text(roles)));
        }
        return changed;
    }

    List<Member> of(OperatorId operator) {
        return jdbc.sql("""
                        select s.*, a.number, a.set_up_at from staff s left join staff_account a on a.staff_id = s.id
                        where s.operator_id = :operator and s.left_at is null order by s.created_at, s.id
                        """)
                .param("operator", operator.value())
                .query((row, _) -> listed(row))
                .list();
    }

    /** Their token and their sessions open nothing from now on. @return whether there was such a person */
    @Transactional
    boolean leave(OperatorId operator, UUID id) {
        boolean left = jdbc.sql("""
                                update staff set left_at = :now
                                where id = :id and operator_id = :operator and left_at is null
                                """)
                        .param("now", SqlTime.of(clock.instant()))
                        .param("id", id)
                        .param("operator", operator.value())
                        .update()
                == 1;
        if (left) {
            news.tell(operator, "staff.left", id, Map.of());
        }
        return left;
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
        var found = jdbc.sql(
                        "select * from staff where id = :id::uuid and left_at is null and secret_sha256 is not null")
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
                row.getObject("id", UUID.class),
                row.getString("name"),
                roles,
                SqlTime.instant(row, "created_at"),
                SignInState.TOKEN,
                null);
    }

    private static Member listed(ResultSet row) throws SQLException {
        var member = member(row);
        var number = row.getString("number");
        if (number == null) {
            return member;
        }
        return new Member(
                member.id(),
                member.name(),
                member.roles(),
                member.createdAt(),
                row.getObject("set_up_at") == null ? SignInState.INVITED : SignInState.READY,
                number.substring(0, HALF) + "-" + number.substring(HALF));
    }

    private record Row(String secretSha256, StaffPrincipal principal) {}
}
