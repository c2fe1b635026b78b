package io.namesake.remediation.internal;

import io.namesake.access.OperatorId;
import io.namesake.database.SqlTime;
import io.namesake.language.Language;
import io.namesake.remediation.Doubt;
import io.namesake.remediation.Phase;
import io.namesake.remediation.SettledCause;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a row of {@code remediation_case}. */
final class CaseRow {

    private CaseRow() {}

    static RemediationCase read(ResultSet row, int number) throws SQLException {
        var settled = row.getString("settled_cause");
        var language = row.getString("language");
        var shown = row.getObject("shown_micros", Long.class);
        var standing = new StandingColumns(
                        Phase.valueOf(row.getString("phase")),
                        row.getInt("stage"),
                        // A new case's moment is that of its opening.
                        row.getInt("steps") == 0
                                ? SqlTime.instant(row, "opened_at")
                                : SqlTime.instantOrNull(row, "moment"),
                        shown,
                        row.getBoolean("decision_was_due"),
                        SqlTime.instantOrNull(row, "quarantine_until"),
                        settled == null ? null : SettledCause.valueOf(settled))
                .standing();
        var state = new CaseState(
                standing,
                split(row.getString("extensions")).map(ExtensionCause::valueOf).toList(),
                row.getInt("appeals"),
                split(row.getString("deciders")).map(UUID::fromString).collect(Collectors.toSet()),
                row.getInt("reminded"));
        return new RemediationCase(
                row.getObject("id", UUID.class),
                new OperatorId(row.getObject("operator_id", UUID.class)),
                row.getObject("line_id", UUID.class),
                Doubt.valueOf(row.getString("doubt")),
                row.getString("cause_reference"),
                row.getObject("campaign_id", UUID.class),
                language == null ? null : Language.ofTag(language),
                RemediationPolicy.readTerms(row.getString("terms")),
                SqlTime.instant(row, "opened_at"),
                state,
                row.getInt("steps"),
                SqlTime.instant(row, "changed_at"),
                row.getBytes("sealed_contact"),
                row.getBytes("sealed_appeal"));
    }

    static String joined(Collection<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(","));
    }

    private static Stream<String> split(String joined) {
        return joined.isEmpty() ? Stream.of() : Arrays.stream(joined.split(","));
    }
}
