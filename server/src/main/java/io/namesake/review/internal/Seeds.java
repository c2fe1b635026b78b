package io.namesake.review.internal;

import io.namesake.access.StaffPrincipal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts cases of known outcome into the queue, which look like any other and are about nobody. Two people decide each of them
 * independently, whatever the first found: so it is measured whether reviewers agree, and with what is true.
 */
@Service
class Seeds {
    private final CaseTable cases;
    private final SeedEvidence evidence;
    private final CaseLog log;
    private final JdbcClient jdbc;
    private final ReviewSettings settings;
    private final SecureRandom random;
    private final Clock clock;

    Seeds(
            CaseTable cases,
            SeedEvidence evidence,
            CaseLog log,
            JdbcClient jdbc,
            ReviewSettings settings,
            SecureRandom random,
            Clock clock) {
        this.cases = cases;
        this.evidence = evidence;
        this.log = log;
        this.jdbc = jdbc;
        this.settings = settings;
        this.random = random;
        this.clock = clock;
    }

    @Transactional
    public void add(StaffPrincipal supervisor, Truth truth, int count) {
        for (int i = 0; i < count; i++) {
            add(supervisor, truth);
        }
    }

    private void add(StaffPrincipal supervisor, Truth truth) {
        var now = clock.instant();
        var drawn = DrawnCase.draw(truth, LocalDate.ofInstant(now, ZoneOffset.UTC), random);
        var seeded = new ReviewCase(
                UUID.randomUUID(),
                supervisor.operatorId(),
                null,
                drawn.reasons(),
                Skill.CHIP,
                now,
                now.plus(settings.deadline()),
                null,
                CaseState.opened(CaseKind.PICTURES, Set.of()));
        cases.insert(seeded, UUID.randomUUID());
        jdbc.sql("insert into review_seed (case_id, truth) values (:case, :truth)")
                .param("case", seeded.id())
                .param("truth", truth.name())
                .update();
        evidence.put(seeded.id(), drawn);
        log.note(seeded, "seeded", supervisor.staffId(), Map.of());
    }

    /** Those of the operator that at least one person has decided, with what each found, in order. */
    List<Agreement.Sample> samples(StaffPrincipal asking) {
        var rows = jdbc.sql("""
                        select s.case_id, s.truth, o.code from review_seed s
                        join review_case c on c.id = s.case_id
                        join review_opinion o on o.case_id = s.case_id
                        where c.operator_id = :operator and o.voided_at is null
                        order by s.case_id, o.given_at, o.id
                        """)
                .param("operator", asking.operatorId().value())
                .query((row, index) -> new Row(
                        row.getObject("case_id", UUID.class),
                        Truth.valueOf(row.getString("truth")),
                        DecisionCode.valueOf(row.getString("code")).verdict()))
                .list();
        var found = new LinkedHashMap<UUID, Agreement.Sample>();
        rows.forEach(row -> found.merge(
                row.caseId(),
                new Agreement.Sample(row.truth().right(), List.of(row.verdict())),
                Agreement.Sample::and));
        return List.copyOf(found.values());
    }

    int seeded(StaffPrincipal asking) {
        return jdbc.sql("""
                        select count(*) from review_seed s join review_case c on c.id = s.case_id
                        where c.operator_id = :operator
                        """)
                .param("operator", asking.operatorId().value())
                .query(Integer.class)
                .single();
    }

    private record Row(UUID caseId, Truth truth, Verdict verdict) {}
}
