package io.namesake.registry;

import io.namesake.privacy.HolderApplications;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which applications gave a holder their lines, also those they do not hold any more. */
@Repository
class HoldersApplications implements HolderApplications {
    private final JdbcClient jdbc;

    HoldersApplications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<UUID> of(UUID holderId) {
        return jdbc
                .sql("select application_id from holding where holder_id = :holder and application_id is not null")
                .param("holder", holderId)
                .query(UUID.class)
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }
}
