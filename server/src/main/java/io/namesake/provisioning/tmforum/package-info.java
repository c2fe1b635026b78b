/**
 * What operators' order and inventory systems speak: TM Forum's Service Ordering (TMF641 4.1), Service Inventory (TMF638 5.0) and Product
 * Inventory (TMF637 5.0), as far as {@code docs/tmforum.md} says.
 *
 * <p>An order for a line is an application: it is held until a person is verified, and nobody is named in it. An order ends no line,
 * because only its holder or a person who decides a case may (promise 6).
 */
@NullMarked
package io.namesake.provisioning.tmforum;

import org.jspecify.annotations.NullMarked;
