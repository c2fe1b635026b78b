package io.namesake;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test against the whole running server: real HTTP on a free port, a database of its own in the JVM's one PostgreSQL, a
 * clock that can be moved ({@link MovableClock}), and an operator whose key is {@link TestOperator#KEY}.
 *
 * <p>Tests of the same configuration share one server, so each makes its own data and asks only for that.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = NamesakeServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "namesake.operator.name=Test Telecom",
            "namesake.operator.api-key=" + TestOperator.KEY,
            // Whoever is told in tests listens on this machine.
            "namesake.outbound.allowed-networks=127.0.0.0/8,::1/128",
            // Tests come from one address and are in a hurry; the one of these limits uses up those of a member of
            // staff.
            "namesake.limits.program=1000000/1m",
            "namesake.limits.staff=200/1d",
            "namesake.limits.person=100000/1m",
            "namesake.limits.applicant=100000/1m",
            "namesake.limits.door=1000000/1m",
            "namesake.limits.verification=100000/1m",
            "namesake.limits.token=100000/1m",
            "namesake.limits.unknown=1000000/1m",
            // What a listener failed at is tried again as soon as the clock says so.
            "namesake.events.pace=PT1S",
            // Most tests send stills; those of the challenge require it.
            "namesake.challenge=OPTIONAL",
            // One and the same applicant gets a line in most tests.
            "namesake.lines-per-person.most=10000",
            // Where a test is about that limit, it uses numbers that begin so.
            "namesake.lines-per-person.rules[0].service=MOBILE",
            "namesake.lines-per-person.rules[0].prefix=+86170",
            "namesake.lines-per-person.rules[0].most=3",
            // Most tests type the document's fields; those of the policy set another.
            "namesake.policy=classpath:io/namesake/decision/policy-demo.yaml",
            // Where a test needs that issuer, it starts it.
            "namesake.oidc.name=Test Single Sign-on",
            "namesake.oidc.client-id=namesake",
            "namesake.oidc.client-secret=only-for-tests",
            "namesake.oidc.roles-claim=realm_access.roles",
            "namesake.oidc.roles.REVIEWER=case-deciders",
            "namesake.oidc.roles.SUPERVISOR=heads,deputies",
            "namesake.oidc.audience=https://api.namesake.test"
        })
@ContextConfiguration(initializers = {TestDatabase.class, TestIssuerAddress.class, TestTls.class})
@Import({MovableClock.Configuration.class, TestHttp.Configuration.class, StatementLog.Configuration.class})
public @interface NamesakeTest {}
