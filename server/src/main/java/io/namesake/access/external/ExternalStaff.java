package io.namesake.access.external;

import io.namesake.access.OperatorDirectory;
import io.namesake.access.OperatorId;
import io.namesake.access.OperatorSearch;
import io.namesake.access.Role;
import io.namesake.access.SecretToken;
import io.namesake.access.StaffPrincipal;
import io.namesake.access.StaffRegister;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** People of the staff whom another issuer knows. Their roles are those of there at each sign-in; whoever left here stays out. */
@Component
class ExternalStaff {
    private static final int LONGEST_NAME = 100;

    private final JdbcClient jdbc;
    private final StaffRegister register;
    private final OperatorDirectory operators;
    private final OperatorSearch search;
    private final OidcSettings settings;
    private final IssuerRoles roles;

    ExternalStaff(
            JdbcClient jdbc,
            StaffRegister register,
            OperatorDirectory operators,
            OperatorSearch search,
            OidcSettings settings) {
        this.jdbc = jdbc;
        this.register = register;
        this.operators = operators;
        this.search = search;
        this.settings = settings;
        this.roles = new IssuerRoles(settings.rolesClaim(), settings.roles());
    }

    /** @return empty for who has no role here, or left */
    @Transactional
    public Optional<StaffPrincipal> recognise(OidcUser user) {
        var operator = operator();
        var granted = roles.in(user.getClaims());
        var key = SecretToken.sha256(user.getIssuer() + "\n" + user.getSubject());
        // One sign-in of a person at a time, so that nobody is added twice.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", key)
                .query((_, _) -> 0)
                .list();
        var known = jdbc.sql("select staff_id from staff_external where subject_sha256 = :key")
                .param("key", key)
                .query(UUID.class)
                .optional();
        if (granted.isEmpty()) {
            return Optional.empty();
        }
        var staff = known.orElseGet(() -> add(operator, key, name(user), granted));
        return register.working(staff)
                .filter(person -> person.operatorId().equals(operator))
                .map(person -> withRoles(person, granted));
    }

    private UUID add(OperatorId operator, String key, String name, Set<Role> granted) {
        var staff = register.add(operator, name, granted);
        jdbc.sql("insert into staff_external (subject_sha256, staff_id) values (:key, :staff)")
                .param("key", key)
                .param("staff", staff)
                .update();
        return staff;
    }

    private StaffPrincipal withRoles(StaffPrincipal person, Set<Role> granted) {
        if (!person.roles().equals(granted)) {
            register.setRoles(person.operatorId(), person.staffId(), granted);
        }
        return new StaffPrincipal(person.operatorId(), person.staffId(), person.name(), granted);
    }

    private OperatorId operator() {
        return settings.operator() == null
                ? operators.first()
                : search.find(settings.operator())
                        .orElseThrow(() -> new IllegalStateException(
                                "namesake.oidc.operator names no operator: " + settings.operator()));
    }

    /** As colleagues shall read it; where the issuer says none, its word for the person. */
    private static String name(OidcUser user) {
        var said = user.getFullName() == null ? user.getPreferredUsername() : user.getFullName();
        var name = said == null ? "" : said.replaceAll("\\p{Cntrl}", " ").strip();
        return name.isEmpty() ? "-" : name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }
}
