/** Consent texts out of resources, consent records in a table, erasures into the audit log. */
@NullMarked
package io.namesake.privacy.internal;

import org.jspecify.annotations.NullMarked;
