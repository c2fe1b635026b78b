package io.namesake;

import io.namesake.database.CurrentScope;
import io.namesake.database.Scope;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Lets a test look at every operator's rows on its own thread, and at nothing more: the server's threads have the scope that the
 * server gives them, and a server that starts has none. A test that starts its servers itself names it with {@code @ExtendWith}.
 */
public final class TestScope implements TestExecutionListener, BeforeEachCallback, AfterEachCallback, Ordered {

    static {
        // What a test waits for is asked on its own thread.
        Awaitility.pollInSameThread();
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        CurrentScope.set(Scope.ofSystem("test"));
    }

    @Override
    public void afterEach(ExtensionContext test) {
        CurrentScope.clear();
    }

    @Override
    public void prepareTestInstance(TestContext test) {
        CurrentScope.set(Scope.ofSystem("test"));
    }

    @Override
    public void beforeTestMethod(TestContext test) {
        CurrentScope.set(Scope.ofSystem("test"));
    }

    @Override
    public void afterTestClass(TestContext test) {
        CurrentScope.clear();
    }
}
