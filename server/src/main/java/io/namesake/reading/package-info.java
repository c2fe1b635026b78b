/**
 * What a document says: the files of a chip, pictures of a page or a wallet's answer in, {@link io.namesake.document.IdentityEvidence} out, judged by the authorities that this
 * deployment trusts. It keeps nothing of anybody (lists
 * that issuers publish are kept while they count) and knows nobody; who asks, keeps.
 */
@ApplicationModule(allowedDependencies = {"net", "problem"})
@NullMarked
package io.namesake.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
