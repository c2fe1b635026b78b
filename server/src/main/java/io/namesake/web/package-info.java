/**
 * What holds for every request whoever answers it: security headers, bounded bodies, the portal's pages, problem details where
 * the servlet container would answer with a page of its own, and the API's description.
 */
@ApplicationModule(allowedDependencies = {"access", "problem"})
@NullMarked
package io.namesake.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
