package io.namesake.exposure.internal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a controller whose operations are defined by CAMARA: their errors have CAMARA's form. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface CamaraApi {}
