package io.namesake.registry.internal;

import io.namesake.access.OperatorId;
import io.namesake.access.StaffPrincipal;
import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditLog;
import io.namesake.database.AcrossOperators;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.registry.HolderDetails;
import io.namesake.registry.Organisations;
import java.text.Normalizer;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Organisations: registered by a person, confirmed by the operator's staff. */
@Component
class RegisteredOrganisations implements Organisations {
    private static final int MOST = 200;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NUMBER = 60;
    private static final Pattern TEXT = Pattern.compile("[\\P{C}&&[^\\p{Zl}\\p{Zp}]]+");
    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    private final OrganisationTable organisations;
    private final HolderTable holders;
    private final IdentityKeys keys;
    private final AuditLog audit;
    private final Clock clock;

    RegisteredOrganisations(
            OrganisationTable organisations, HolderTable holders, IdentityKeys keys, AuditLog audit, Clock clock) {
        this.organisations = organisations;
        this.holders = holders;
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @AcrossOperators(because = "an organisation may be known by another person who stands for it")
    @Transactional
    public Organisation register(
            UUID representativeHolderId, OperatorId operator, String name, String registrationNumber, String country) {
        var details = new OrganisationTable.Details(
                text("name", name, LONGEST_NAME),
                text("registrationNumber", registrationNumber, LONGEST_NUMBER),
                country.toUpperCase(Locale.ROOT));
        if (!COUNTRIES.contains(details.country())) {
            throw new Problem(ProblemType.REQUEST_INVALID, "country must be two letters of ISO 3166-1.");
        }
        var representative = holders.find(holders.surviving(representativeHolderId))
                .filter(person -> person.verifiedAt() != null)
                .orElseThrow(() -> new Problem(ProblemType.NOT_ALLOWED))
                .id();
        var key = key(details);
        var known = keys.candidates(key);
        holders.lock(known);
        var before = organisations.under(operator, known).stream()
                .map(OrganisationTable.Row::organisation)
                .filter(found -> found.representativeId().equals(representative))
                .findFirst();
        return before.orElseGet(() -> {
            var now = clock.instant();
            var id = organisations.add(operator, representative, details, now);
            holders.index(id, List.of(keys.of(key)), keys.keyId(), now);
            audit.append(new AuditEntry(operator, "organisation.registered", id.toString(), Map.of()));
            return organisations.find(id).orElseThrow().organisation();
        });
    }

    private static String text(String member, String written, int longest) {
        var text = written.length() > 2 * longest ? "" : Normalizer.normalize(written.strip(), Normalizer.Form.NFC);
        if (text.length() > longest || !TEXT.matcher(text).matches()) {
            throw new Problem(
                    ProblemType.REQUEST_INVALID, member + " must have 1 to " + longest + " printable characters.");
        }
        return text;
    }

    private static IdentityKeys.Clue key(OrganisationTable.Details details) {
        return IdentityKeys.registration(details.country(), details.registrationNumber());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Organisation> of(UUID representativeHolderId) {
        return organisations.of(holders.surviving(representativeHolderId), MOST).stream()
                .map(OrganisationTable.Row::organisation)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Organisation> actingFor(UUID representativeHolderId, UUID organisationId) {
        var person = holders.surviving(representativeHolderId);
        return organisations
                .find(holders.surviving(organisationId))
                .map(OrganisationTable.Row::organisation)
                .filter(found -> found.state() == State.CONFIRMED)
                .filter(found -> found.representativeId().equals(person));
    }

    /** Cases of an operator, without what names anybody. */
    @Transactional(readOnly = true)
    public List<OrganisationTable.Row> cases(OperatorId operator, State state) {
        return organisations.ofOperator(operator, state, MOST);
    }

    /** What a reviewer compares with an extract. @param representative who says that they may act for it */
    record Case(OrganisationTable.Row row, HolderDetails representative) {}

    /** A look at an open case, which is logged. */
    @AcrossOperators(because = "whoever stands for an organisation need not hold a line of this operator")
    @Transactional
    public Case look(StaffPrincipal staff, UUID id) {
        var row = open(staff, id);
        var representative = holders.find(row.organisation().representativeId())
                .orElseThrow()
                .details();
        log("organisation.looked-at", staff, id, Map.of());
        return new Case(row, representative);
    }

    /** @param refusal null to confirm */
    @Transactional
    public void decide(StaffPrincipal staff, UUID id, @Nullable Evidence evidence, @Nullable Refusal refusal) {
        var organisation = open(staff, id).organisation();
        var state = refusal == null ? State.CONFIRMED : State.REFUSED;
        organisations.decided(id, state, refusal, clock.instant());
        if (state == State.CONFIRMED) {
            knownBefore(organisation).ifPresent(known -> {
                organisations.represented(known.id(), organisation.representativeId(), id);
                log("organisation.represented-anew", staff, known.id(), Map.of());
            });
        }
        var why = refusal == null ? String.valueOf(evidence) : refusal.name();
        log("organisation.decided", staff, id, Map.of("state", state.name(), "reason", why));
    }

    /** Confirmed before, for somebody else: that person acts for it no more. */
    private Optional<Organisation> knownBefore(Organisation organisation) {
        var values =
                keys.candidates(IdentityKeys.registration(organisation.country(), organisation.registrationNumber()));
        holders.lock(values);
        return organisations.under(organisation.operatorId(), values).stream()
                .map(OrganisationTable.Row::organisation)
                .filter(found -> found.state() == State.CONFIRMED && !found.id().equals(organisation.id()))
                .findFirst();
    }

    private OrganisationTable.Row open(StaffPrincipal staff, UUID id) {
        var row = organisations
                .lock(id)
                .filter(found -> found.organisation().operatorId().equals(staff.operatorId()))
                .orElseThrow(() -> new Problem(ProblemType.ORGANISATION_UNKNOWN));
        if (row.organisation().state() != State.PENDING) {
            throw new Problem(ProblemType.CASE_CLOSED);
        }
        return row;
    }

    private void log(String type, StaffPrincipal staff, UUID id, Map<String, String> details) {
        var all = new HashMap<>(details);
        all.put("staff", staff.staffId().toString());
        audit.append(new AuditEntry(staff.operatorId(), type, id.toString(), all));
    }
}
