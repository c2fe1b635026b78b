package io.namesake.sandbox;

import io.namesake.NamesakeTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** A {@link NamesakeTest} against a sandbox, which decides by the policies of a real server. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@NamesakeTest
@TestPropertySource(
        properties = {
            "namesake.sandbox.enabled=true",
            "namesake.policy=classpath:io/namesake/decision/policy.yaml",
            "namesake.challenge=REQUIRED"
        })
public @interface NamesakeSandbox {}
