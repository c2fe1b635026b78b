package io.namesake.crypto;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The keys of cases, wrapped again when the key-encryption key was rotated. What they sealed stays as it is. */
@Repository
class WrappedCaseKeys implements Resealable {
    private final JdbcClient jdbc;
    private final KeyService keyService;

    WrappedCaseKeys(JdbcClient jdbc, KeyService keyService) {
        this.jdbc = jdbc;
        this.keyService = keyService;
    }

    @Override
    public String column() {
        return "case_key.wrapped_key";
    }

    @Override
    public int resealSome(int most) {
        var current = keyService.currentKeyId();
        var rows = jdbc.sql("""
                        select case_kind, case_id, wrapped_key from case_key
                        where key_id <> :current limit :most for update skip locked
                        """)
                .param("current", current)
                .param("most", most)
                .query((row, index) -> new Row(
                        new CaseRef(row.getString("case_kind"), row.getObject("case_id", UUID.class)),
                        row.getBytes("wrapped_key")))
                .list();
        for (var row : rows) {
            var place = CaseKeys.placeOf(row.of());
            var wrapped = keyService.wrap(keyService.unwrap(row.wrapped(), place), place);
            jdbc.sql("""
                            update case_key set wrapped_key = :wrapped, key_id = :key
                            where case_kind = :kind and case_id = :id
                            """)
                    .param("wrapped", wrapped)
                    .param("key", keyService.keyIdOf(wrapped))
                    .param("kind", row.of().kind())
                    .param("id", row.of().id())
                    .update();
        }
        return rows.size();
    }

    private record Row(CaseRef of, byte[] wrapped) {}
}
