package io.namesake;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** A {@link NamesakeTest} against a server that was started as a demo: it has the demo's operations, too. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@NamesakeTest
@TestPropertySource(properties = {"namesake.demo=true", "namesake.movable-clock=true"})
public @interface NamesakeDemo {}
