package io.namesake.authority.sandbox;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.namesake.standin.Misbehaviour;
import io.namesake.standin.ScriptFile;
import io.namesake.standin.Turns;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the sandbox answers, as YAML (of which JSON is a part).
 *
 * @param rules tried in order; the first that fits a question answers it
 * @param otherwise what is answered when none fits; a match when absent
 */
public record SandboxScript(
        @Nullable List<Rule> rules, @Nullable Reply otherwise) {

    /**
     * One rule.
     *
     * @param number of the document, with {@code *} at its beginning or end for whatever is there; any when absent
     * @param times how often it answers before the next rule that fits does; always when absent
     */
    public record Rule(
            @Nullable String number,
            @Nullable Integer times,
            @Nullable Reply reply) {
        public Rule {
            if (reply == null) {
                throw new IllegalArgumentException("a rule has no reply");
            }
            Turns.requireTimes(times);
        }

        boolean fits(String asked) {
            return Turns.fits(number, asked);
        }
    }

    /**
     * What is answered.
     *
     * @param answer MATCH, MISMATCH or UNKNOWN
     * @param differs names of attributes, with MISMATCH
     * @param status an HTTP status instead of an answer
     * @param retryAfter seconds, with a status
     * @param fault a failure instead of an answer
     * @param afterSeconds how long it takes first, at most 600
     */
    public record Reply(
            @Nullable String answer,
            @Nullable List<String> differs,
            @Nullable Integer status,
            @JsonProperty("retry-after") @Nullable Integer retryAfter,
            @Nullable Fault fault,
            @JsonProperty("after-seconds") @Nullable Double afterSeconds) {

        /** Failures. */
        public enum Fault {
            /** The connection is closed without an answer. */
            DROP,
            /** Something that is no answer. */
            GARBAGE,
            /** More than anybody should read. */
            HUGE,
            /** The signed answer to another question. */
            OTHER_QUESTION,
            /** An answer whose signature does not fit. */
            WRONG_SIGNATURE
        }

        public Reply {
            if ((answer == null ? 0 : 1) + (status == null ? 0 : 1) + (fault == null ? 0 : 1) != 1) {
                throw new IllegalArgumentException("a reply has one of answer, status and fault");
            }
            if (answer != null && !List.of("MATCH", "MISMATCH", "UNKNOWN").contains(answer)) {
                throw new IllegalArgumentException("answer is MATCH, MISMATCH or UNKNOWN");
            }
            Misbehaviour.requireStatus(status);
            Misbehaviour.requireSeconds("after-seconds", afterSeconds);
        }

        /** @return the answer of that name, at once */
        public static Reply of(String answer, String... differs) {
            return new Reply(answer, List.of(differs), null, null, null, null);
        }
    }

    /** The one that the sandbox has of its own. */
    public static SandboxScript shipped() throws IOException {
        try (var script = SandboxScript.class.getResourceAsStream("/io/namesake/authority/sandbox.yaml")) {
            return parse(Objects.requireNonNull(script).readAllBytes());
        }
    }

    /** Always the same. */
    public static SandboxScript always(Reply reply) {
        return new SandboxScript(List.of(), reply);
    }

    /**
     * Reads a script.
     *
     * @throws IllegalArgumentException with line and column, when it is none
     */
    public static SandboxScript parse(byte[] file) {
        var script = ScriptFile.parse(file, SandboxScript.class);
        return script == null ? new SandboxScript(null, null) : script;
    }
}
