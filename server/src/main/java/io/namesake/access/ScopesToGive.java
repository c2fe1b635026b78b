package io.namesake.access;

import io.namesake.problem.Problem;
import java.util.Set;

/** Which scopes somebody may give to a program: nobody gets by a program of their own what they may not do themselves. */
public interface ScopesToGive {

    /**
     * Holds scopes against who calls in the request that is being answered. The operator's own key gives all of them. Staff give a scope
     * when each operation that it opens in the operator's name is open to one of their roles, too; what others ask about a person is no
     * such operation, since that person's consent opens it.
     *
     * @param scopes of a program that is registered, or gets another proof
     * @throws Problem {@code not-allowed}, naming those that are not the caller's to give
     */
    void check(Set<String> scopes);
}
