package io.namesake.database;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether a database is a sandbox's or a real one's. The first start marks it for good, so that made-up people and real ones are never in one database,
 * whatever is set later.
 */
final class DeploymentMark {
    private final JdbcClient owner;

    /** @param owner of the tables; the server's own role may read the mark and not write it */
    DeploymentMark(DataSource owner) {
        this.owner = JdbcClient.create(owner);
    }

    /**
     * Marks a database that has no mark yet. Of two servers that start at once, the one that comes second takes the mark of the first.
     *
     * @param sandbox whether this server is a sandbox
     * @throws IllegalStateException when the database is of the other kind
     */
    void require(boolean sandbox) {
        owner.sql("insert into deployment_mark (sandbox) values (:sandbox) on conflict do nothing")
                .param("sandbox", sandbox)
                .update();
        boolean marked = owner.sql("select sandbox from deployment_mark")
                .query(Boolean.class)
                .single();
        if (marked != sandbox) {
            throw new IllegalStateException(
                    marked
                            ? "This database is a sandbox's, and stays one: set NAMESAKE_SANDBOX_ENABLED=true, or take another"
                                    + " database (NAMESAKE_DATABASE_URL, NAMESAKE_DATA_DIR)"
                            : "This database was used without NAMESAKE_SANDBOX_ENABLED, and never becomes a sandbox: take another"
                                    + " database (NAMESAKE_DATABASE_URL, NAMESAKE_DATA_DIR)");
        }
    }
}
