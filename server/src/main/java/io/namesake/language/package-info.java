/** The languages Namesake speaks to people in. Whatever an applicant reads exists in all of them. */
@NullMarked
package io.namesake.language;

import org.jspecify.annotations.NullMarked;
