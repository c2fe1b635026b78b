package io.namesake;

/** The operator that every test server knows. */
public final class TestOperator {
    public static final String NAME = "Test Telecom";
    public static final String KEY = "nsk_test_0123456789abcdefghijklmnopqrstuv";

    private TestOperator() {}
}
