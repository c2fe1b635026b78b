package io.namesake.registry.internal;

import io.namesake.access.OperatorId;
import io.namesake.crypto.Vault;
import io.namesake.database.SqlTime;
import io.namesake.registry.Organisations.Organisation;
import io.namesake.registry.Organisations.Refusal;
import io.namesake.registry.Organisations.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Organisations in the table {@code holder}. What names one is sealed for its own row. */
@Repository
class OrganisationTable {
    private static final String ORGANISATION =
            "select * from holder where kind = 'ORGANISATION' and erased_at is null ";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final JsonMapper json;

    OrganisationTable(JdbcClient jdbc, Vault vault, JsonMapper json) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
    }

    /** What names an organisation. */
    record Details(String name, String registrationNumber, String country) {
        /** Names nobody, since records end up in logs. */
        @Override
        public String toString() {
            return "Details[...]";
        }
    }

    /** An organisation with when it was registered. */
    record Row(Organisation organisation, Instant registeredAt) {}

    UUID add(OperatorId operator, UUID representative, Details details, Instant now) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into holder
                            (id, operator_id, kind, sealed_details, created_at, representative_id, organisation_state)
                        values (:id, :operator, 'ORGANISATION', :details, :now, :representative, 'PENDING')
                        """)
                .param("id", id)
                .param("operator", operator.value())
                .param("details", vault.seal(json.writeValueAsBytes(details), HolderTable.placeOf(id)))
                .param("now", SqlTime.of(now))
                .param("representative", representative)
                .update();
        return id;
    }

    Optional<Row> find(UUID id) {
        return jdbc.sql(ORGANISATION + "and id = :id")
                .param("id", id)
                .query((row, number) -> row(row))
                .optional();
    }

    Optional<Row> lock(UUID id) {
        return jdbc.sql(ORGANISATION + "and id = :id for update")
                .param("id", id)
                .query((row, number) -> row(row))
                .optional();
    }

    List<Row> of(UUID representative, int limit) {
        return jdbc.sql(ORGANISATION
                        + "and representative_id = :representative and merged_into is null"
                        + " order by created_at desc, id limit :limit")
                .param("representative", representative)
                .param("limit", limit)
                .query((row, number) -> row(row))
                .list();
    }

    List<Row> ofOperator(OperatorId operator, State state, int limit) {
        return jdbc.sql(ORGANISATION
                        + "and operator_id = :operator and organisation_state = :state and merged_into is null"
                        + " order by created_at, id limit :limit")
                .param("operator", operator.value())
                .param("state", state.name())
                .param("limit", limit)
                .query((row, number) -> row(row))
                .list();
    }

    /** Those of an operator under any of these values of the blind index that have not been refused, the oldest first. */
    List<Row> under(OperatorId operator, Collection<String> values) {
        return jdbc.sql(ORGANISATION + """
                        and operator_id = :operator and organisation_state <> 'REFUSED' and merged_into is null
                        and id in (select holder_id from holder_index where value in (:values))
                        order by created_at, id
                        """)
                .param("operator", operator.value())
                .param("values", values)
                .query((row, number) -> row(row))
                .list();
    }

    void decided(UUID id, State state, @Nullable Refusal refusal, Instant now) {
        jdbc.sql("""
                        update holder set organisation_state = :state, organisation_reason = :reason, decided_at = :now,
                            verified_at = case :state when 'CONFIRMED' then :now else verified_at end
                        where id = :id
                        """)
                .param("state", state.name())
                .param("reason", refusal == null ? null : refusal.name())
                .param("now", SqlTime.of(now))
                .param("id", id)
                .update();
    }

    /** The organisation is the one that was known before, and this person acts for it from now on. */
    void represented(UUID id, UUID representative, UUID asked) {
        jdbc.sql("update holder set representative_id = :representative where id = :id")
                .param("representative", representative)
                .param("id", id)
                .update();
        jdbc.sql("update holder set merged_into = :id where id = :asked")
                .param("id", id)
                .param("asked", asked)
                .update();
    }

    private Row row(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var details =
                json.readValue(vault.open(row.getBytes("sealed_details"), HolderTable.placeOf(id)), Details.class);
        var reason = row.getString("organisation_reason");
        return new Row(
                new Organisation(
                        id,
                        new OperatorId(row.getObject("operator_id", UUID.class)),
                        row.getObject("representative_id", UUID.class),
                        details.name(),
                        details.registrationNumber(),
                        details.country(),
                        State.valueOf(row.getString("organisation_state")),
                        reason == null ? null : Refusal.valueOf(reason)),
                SqlTime.instant(row, "created_at"));
    }
}
