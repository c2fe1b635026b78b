package io.namesake.access.client;

import io.namesake.access.ClientKind;
import io.namesake.access.OperatorId;
import io.namesake.database.AcrossOperators;
import io.namesake.database.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The registered programs. */
@Repository
class ApiClientTable {
    private final JdbcClient jdbc;

    ApiClientTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether no other client that may call has its external id */
    boolean add(ApiClient client) {
        return jdbc.sql("""
                        insert into api_client
                            (id, operator_id, name, kind, scopes, secret_hash, key_set, redirect_uris, external_id,
                             certificate_subject_kind, certificate_subject, certificate_thumbprints, bound_tokens, created_at)
                        values (:id, :operator, :name, :kind, :scopes, :secret, :keys, :redirects, :external, :subjectKind,
                            :subject, :thumbprints, :bound, :now)
                        on conflict (external_id) where disabled_at is null do nothing
                        """)
                        .param("id", client.id())
                        .param("operator", client.operator().value())
                        .param("name", client.name())
                        .param("kind", client.kind().name())
                        .param("scopes", String.join(" ", client.scopes()))
                        .param("secret", client.secretHash())
                        .param(
                                "keys",
                                client.keySet() == null ? null : client.keySet().json())
                        .param(
                                "redirects",
                                client.redirectUris().isEmpty() ? null : String.join(" ", client.redirectUris()))
                        .param("external", client.externalId())
                        .params(columns(client.certificates()))
                        .param("bound", client.boundTokens())
                        .param("now", SqlTime.of(client.createdAt()))
                        .update()
                == 1;
    }

    /** Whether a program of another operator has an external id, or had it before it was shut out. */
    @AcrossOperators(because = "an issuer that several operators share gives each name once")
    boolean isOfAnother(OperatorId operator, String externalId) {
        return jdbc.sql("""
                        select exists (select from api_client where external_id = :external and operator_id <> :operator)
                        """)
                .param("external", externalId)
                .param("operator", operator.value())
                .query(Boolean.class)
                .single();
    }

    /** All of an operator's, the oldest first; disabled ones too. */
    List<ApiClient> of(OperatorId operator) {
        return jdbc.sql("select * from api_client where operator_id = :operator order by created_at, id")
                .param("operator", operator.value())
                .query((row, index) -> client(row))
                .list();
    }

    /** One that may get tokens. */
    Optional<ApiClient> enabled(UUID id) {
        return jdbc.sql("select * from api_client where id = :id and disabled_at is null")
                .param("id", id)
                .query((row, index) -> client(row))
                .optional();
    }

    /** One that another issuer knows by this name. */
    Optional<ApiClient> external(String externalId) {
        return jdbc.sql("select * from api_client where external_id = :external and disabled_at is null")
                .param("external", externalId)
                .query((row, index) -> client(row))
                .optional();
    }

    /** @return whether the operator has such a client, that may get tokens */
    boolean setSecret(OperatorId operator, UUID id, String hash) {
        return changed(
                "update api_client set secret_hash = :value where id = :id and operator_id = :operator and disabled_at is null and external_id is null",
                operator,
                id,
                hash);
    }

    /** @return whether the operator has such a client, that may get tokens */
    boolean setKeys(OperatorId operator, UUID id, ClientKeys keys) {
        return changed(
                "update api_client set key_set = :value where id = :id and operator_id = :operator and disabled_at is null and external_id is null",
                operator,
                id,
                keys.json());
    }

    /** @return whether the operator has such a client, that may get tokens */
    boolean setCertificates(OperatorId operator, UUID id, ClientCertificateRule certificates) {
        return jdbc.sql("""
                                update api_client set certificate_subject_kind = :subjectKind, certificate_subject = :subject,
                                    certificate_thumbprints = :thumbprints
                                where id = :id and operator_id = :operator and disabled_at is null and external_id is null
                                """)
                        .params(columns(certificates))
                        .param("id", id)
                        .param("operator", operator.value())
                        .update()
                == 1;
    }

    private static Map<String, @Nullable Object> columns(@Nullable ClientCertificateRule rule) {
        var subject = rule == null ? null : rule.subject();
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("subjectKind", subject == null ? null : subject.kind().name());
        columns.put("subject", subject == null ? null : subject.value());
        columns.put(
                "thumbprints",
                rule == null || rule.thumbprints().isEmpty() ? null : String.join(" ", rule.thumbprints()));
        return columns;
    }

    /** @return whether the operator had such a client that was not disabled yet */
    boolean disable(OperatorId operator, UUID id, Instant now) {
        return changed(
                "update api_client set disabled_at = :value where id = :id and operator_id = :operator and disabled_at is null",
                operator,
                id,
                SqlTime.of(now));
    }

    private boolean changed(String sql, OperatorId operator, UUID id, Object value) {
        return jdbc.sql(sql)
                        .param("value", value)
                        .param("id", id)
                        .param("operator", operator.value())
                        .update()
                == 1;
    }

    private static ApiClient client(ResultSet row) throws SQLException {
        return new ApiClient(
                row.getObject("id", UUID.class),
                new OperatorId(row.getObject("operator_id", UUID.class)),
                row.getString("name"),
                ClientKind.valueOf(row.getString("kind")),
                words(row.getString("scopes")),
                row.getString("secret_hash"),
                keys(row.getString("key_set")),
                words(row.getString("redirect_uris")),
                row.getString("external_id"),
                certificates(row),
                row.getBoolean("bound_tokens"),
                SqlTime.instant(row, "created_at"),
                row.getObject("disabled_at") == null ? null : SqlTime.instant(row, "disabled_at"));
    }

    private static @Nullable ClientCertificateRule certificates(ResultSet row) throws SQLException {
        var kind = row.getString("certificate_subject_kind");
        var thumbprints = row.getString("certificate_thumbprints");
        if (kind == null && thumbprints == null) {
            return null;
        }
        return new ClientCertificateRule(
                kind == null
                        ? null
                        : new CertificateSubject(
                                CertificateSubject.Kind.valueOf(kind), row.getString("certificate_subject")),
                thumbprints == null ? new TreeSet<>() : new TreeSet<>(Arrays.asList(thumbprints.split(" "))));
    }

    private static SortedSet<String> words(@Nullable String joined) {
        return joined == null ? new TreeSet<>() : new TreeSet<>(Arrays.asList(joined.split(" ")));
    }

    private static @Nullable ClientKeys keys(@Nullable String json) {
        return json == null ? null : ClientKeys.stored(json);
    }
}
