/**
 * The server: one Spring Boot application made of Spring Modulith modules.
 *
 * <p>Each direct sub-package is a module. What lies in a module's root package is what the others may use; {@code internal}
 * packages are nobody else's business, and {@code ApplicationModulesTest} sees to it.
 */
@NullMarked
package io.namesake;

import org.jspecify.annotations.NullMarked;
