package io.namesake.passkey;

import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody's browser answered in a ceremony. @param credential what its credential gives as {@code toJSON()} */
public record PasskeyAnswer(UUID ceremony, Map<String, Object> credential) {

    /** @throws Problem {@code request-invalid}, when either is missing */
    public static PasskeyAnswer of(@Nullable UUID ceremony, @Nullable Map<String, Object> credential) {
        if (ceremony == null || credential == null) {
            throw new Problem(ProblemType.REQUEST_INVALID, "ceremonyId and credential are needed.");
        }
        return new PasskeyAnswer(ceremony, credential);
    }

    @Override
    public String toString() {
        return "PasskeyAnswer[" + ceremony + "]";
    }
}
