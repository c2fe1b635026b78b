/** Encryption of what must not lie readable in the database: evidence in transit and holders' details. Google Tink does the work. */
@NullMarked
package io.namesake.crypto;

import org.jspecify.annotations.NullMarked;
