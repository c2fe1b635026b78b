package io.namesake.privacy.internal;

import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditLog;
import io.namesake.database.AcrossOperators;
import io.namesake.language.Language;
import io.namesake.privacy.PersonalData;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Erases what the law lets, everywhere in one transaction, and says what stays. */
@Service
class ErasureWishes {
    private final List<PersonalData> modules;
    private final Exports exports;
    private final RetentionRules rules;
    private final AuditLog audit;
    private final Clock clock;

    ErasureWishes(List<PersonalData> modules, Exports exports, RetentionRules rules, AuditLog audit, Clock clock) {
        this.modules = List.copyOf(modules);
        this.exports = exports;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    @AcrossOperators(because = "what is kept about a person lies with every operator at which they were")
    @Transactional
    ErasureAnswer erase(UUID holderId, Language language) {
        var now = clock.instant();
        var person = exports.person(holderId);
        var gone = new ArrayList<ErasureAnswer.Gone>();
        var stays = new ArrayList<ErasureAnswer.Stays>();
        for (var module : modules) {
            var erasure = module.erase(person, now);
            erasure.erased()
                    .forEach(erased -> gone.add(new ErasureAnswer.Gone(
                            module.section(),
                            erased.kind().slug(),
                            rules.rule(erased.kind(), language).what(),
                            erased.count())));
            erasure.kept()
                    .forEach(kept -> stays.add(new ErasureAnswer.Stays(
                            module.section(), kept.count(), kept.until(), rules.rule(kept.kind(), language))));
        }
        audit.append(new AuditEntry(
                null,
                "personal-data.erased",
                holderId.toString(),
                Map.of(
                        "erased",
                                String.valueOf(gone.stream()
                                        .mapToInt(ErasureAnswer.Gone::count)
                                        .sum()),
                        "kept",
                                String.valueOf(stays.stream()
                                        .mapToInt(ErasureAnswer.Stays::count)
                                        .sum()))));
        return new ErasureAnswer(now, gone, stays);
    }
}
