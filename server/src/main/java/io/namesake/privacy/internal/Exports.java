package io.namesake.privacy.internal;

import io.namesake.access.HolderPrincipal;
import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditLog;
import io.namesake.database.AcrossOperators;
import io.namesake.language.Language;
import io.namesake.privacy.HolderApplications;
import io.namesake.privacy.Person;
import io.namesake.privacy.PersonalData;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what every module keeps about a person. That it was done is logged, and nothing of what it says. */
@Service
class Exports {
    static final String BUNDLE = "io.namesake.privacy.export";

    private final List<PersonalData> modules;
    private final ObjectProvider<HolderApplications> applications;
    private final RetentionRules rules;
    private final AuditLog audit;
    private final Clock clock;

    Exports(
            List<PersonalData> modules,
            ObjectProvider<HolderApplications> applications,
            RetentionRules rules,
            AuditLog audit,
            Clock clock) {
        this.modules = modules.stream()
                .sorted(Comparator.comparing(PersonalData::section))
                .toList();
        this.applications = applications;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    @AcrossOperators(because = "what is kept about a person lies with every operator at which they were")
    @Transactional
    Export of(HolderPrincipal holder, Language language, String form) {
        audit.append(
                new AuditEntry(null, "personal-data.exported", holder.holderId().toString(), Map.of("form", form)));
        var person = person(holder.holderId());
        var texts = language.texts(BUNDLE);
        return new Export(
                holder.holderId(),
                clock.instant(),
                holder.verifiedAt(),
                modules.stream().map(module -> section(module, person, texts)).toList(),
                rules.in(language));
    }

    Person person(UUID holderId) {
        return new Person(
                holderId,
                applications.stream()
                        .flatMap(module -> module.of(holderId).stream())
                        .collect(Collectors.toSet()));
    }

    private static Export.Section section(PersonalData module, Person person, ResourceBundle texts) {
        var key = "section." + module.section();
        return new Export.Section(
                module.section(),
                texts.containsKey(key) ? texts.getString(key) : module.section(),
                module.of(person).stream()
                        .map(entry -> new Export.Item(entry.kind().slug(), entry.at(), entry.sorted()))
                        .toList());
    }
}
