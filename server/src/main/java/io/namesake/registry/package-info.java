/**
 * Who holds which line, since when. A line is {@code PENDING} from the moment somebody asks for it, and {@code ACTIVE} once an
 * application for it was verified; it never has two holders at a time.
 *
 * <p>The module exists so that one place, and the database's own constraints under it, answers for that. What is personal of a
 * holder is sealed before it is stored, and no operation here takes a face or gives a person.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "audit", "crypto", "database", "language", "privacy", "problem"})
package io.namesake.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
