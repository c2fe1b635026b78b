package io.namesake.registry.internal;

import io.namesake.access.OperatorDirectory;
import io.namesake.privacy.KeptData;
import io.namesake.privacy.Person;
import io.namesake.privacy.PersonalData;
import io.namesake.privacy.RetentionSettings;
import io.namesake.registry.HolderDetails;
import io.namesake.registry.Holding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the registry keeps about a person: their details, and every line that they hold or held. */
@Component
class HolderData implements PersonalData {
    private final HolderTable holders;
    private final HoldingTable holdings;
    private final LineTable lines;
    private final LineUserTable users;
    private final OperatorDirectory operators;
    private final RetentionSettings retention;

    HolderData(
            HolderTable holders,
            HoldingTable holdings,
            LineTable lines,
            LineUserTable users,
            OperatorDirectory operators,
            RetentionSettings retention) {
        this.holders = holders;
        this.holdings = holdings;
        this.lines = lines;
        this.users = users;
        this.operators = operators;
        this.retention = retention;
    }

    @Override
    public String section() {
        return "lines";
    }

    @Override
    public List<Entry> of(Person person) {
        var entries = new ArrayList<Entry>();
        holders.find(person.holderId())
                .ifPresent(row -> entries.add(new Entry(KeptData.HOLDINGS, row.verifiedAt(), facts(row.details()))));
        holdings.ever(person.holderId())
                .forEach(holding -> entries.add(new Entry(KeptData.HOLDINGS, holding.from(), facts(holding))));
        return entries;
    }

    /** Who is accountable for a line stays known as long as the law asks; who never held one is forgotten at once. */
    @Override
    public Erasure erase(Person person, Instant now) {
        var held = holdings.ever(person.holderId());
        if (!held.isEmpty()) {
            return new Erasure(List.of(), List.of(new Kept(KeptData.HOLDINGS, held.size(), until(held))));
        }
        return holders.erase(person.holderId(), now)
                ? new Erasure(List.of(new Erased(KeptData.HOLDINGS, 1)), List.of())
                : new Erasure(List.of(), List.of());
    }

    /** Null while a line is still held. */
    private @Nullable Instant until(List<Holding> held) {
        if (held.stream().anyMatch(holding -> holding.until() == null)) {
            return null;
        }
        return held.stream()
                .map(Holding::until)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .map(last -> last.plus(retention.holding()))
                .orElse(null);
    }

    private static Map<String, String> facts(HolderDetails details) {
        var facts = new TreeMap<String, String>();
        facts.put("familyName", details.familyName());
        facts.put("givenNames", details.givenNames());
        facts.put("documentNumber", details.documentNumber());
        facts.put("birthDate", details.birthDate().toString());
        put(facts, "issuingState", details.issuingState());
        put(facts, "personalNumber", details.personalNumber());
        return facts;
    }

    private Map<String, String> facts(Holding holding) {
        var line = lines.byId(holding.lineId()).orElseThrow();
        var facts = new TreeMap<String, String>();
        facts.put("line", line.identifier().value());
        facts.put("service", line.identifier().service().name());
        facts.put("operator", operators.of(line.operatorId()));
        facts.put("cause", holding.cause().name());
        facts.put("since", holding.from().toString());
        put(facts, "until", holding.until());
        put(facts, "verifiedAt", holding.verifiedAt());
        put(facts, "endCause", holding.endCause());
        if (holding.until() == null) {
            users.current(line.id()).ifPresent(user -> facts.put("label", user.label()));
        }
        return facts;
    }

    private static void put(Map<String, String> facts, String name, @Nullable Object value) {
        if (value != null) {
            facts.put(name, value.toString());
        }
    }
}
