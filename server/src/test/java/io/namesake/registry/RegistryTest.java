package io.namesake.registry;

import io.namesake.MovableClock;
import io.namesake.TestDatabase;
import io.namesake.access.NobodyAgreed;
import io.namesake.access.OperatorId;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The registry with the modules under it and nothing else of the server; for each test an operator with one application. */
@ApplicationModuleTest(
        mode = BootstrapMode.ALL_DEPENDENCIES,
        extraIncludes = "database",
        verifyAutomatically = false) // a test of its own looks at the structure of all modules
@ContextConfiguration(initializers = TestDatabase.class)
// Zhang San gets a line in nearly every test.
@TestPropertySource(properties = "namesake.lines-per-person.most=10000")
@Import({MovableClock.Configuration.class, NobodyAgreed.class})
abstract class RegistryTest {
    static final LineIdentifier MOBILE = LineIdentifier.parse(Service.MOBILE, "+8613800138000");
    static final HolderDetails ZHANG =
            new HolderDetails("Zhang", "San", "11010519491231002X", LocalDate.of(1949, 12, 31));

    OperatorId operator;
    UUID application;

    @Autowired
    Lines lines;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void a_new_operator_with_its_first_application() {
        operator = new OperatorId(UUID.randomUUID());
        application = UUID.randomUUID();
    }

    void reserve(UUID id) {
        transaction.executeWithoutResult(status -> lines.reserve(operator, MOBILE, id));
    }

    Line activate(UUID id) {
        return transaction.execute(status -> lines.activate(operator, MOBILE, id, ZHANG));
    }

    int holders() {
        return jdbc.sql("""
                        select count(*) from holding join line on line.id = holding.line_id
                        where line.operator_id = :operator and holding.held_until is null
                        """)
                .param("operator", operator.value())
                .query(Integer.class)
                .single();
    }
}
