package io.namesake.application;

import io.namesake.access.OperatorId;
import io.namesake.language.Language;
import io.namesake.registry.LineIdentifier;

/** Where other modules start an application. */
public interface Applications {

    /**
     * Starts an application and reserves its line.
     *
     * @throws io.namesake.problem.Problem {@code line-taken}
     */
    CreatedApplication create(OperatorId operator, LineIdentifier line, Language language);
}
