package io.namesake.provisioning.activation.sandbox;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.namesake.standin.Misbehaviour;
import io.namesake.standin.ScriptFile;
import io.namesake.standin.Turns;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the sandbox behaves, as YAML (of which JSON is a part).
 *
 * @param rules tried in order; the first that fits a request answers it
 * @param otherwise what is done when none fits; what was asked for, at once, when absent
 */
public record ActivationScript(
        @Nullable List<Rule> rules, @Nullable Reply otherwise) {

    /** What is asked. */
    public enum Request {
        /** {@code GET service}. */
        FIND,
        /** {@code POST service}. */
        CREATE,
        /** {@code PATCH service/id}. */
        CHANGE
    }

    /**
     * One rule.
     *
     * @param line the number or account, with {@code *} at its beginning or end for whatever is there; any when absent
     * @param request any when absent
     * @param times how often it answers before the next rule that fits does; always when absent
     */
    public record Rule(
            @Nullable String line,
            @Nullable Request request,
            @Nullable Integer times,
            @Nullable Reply reply) {
        public Rule {
            if (reply == null) {
                throw new IllegalArgumentException("a rule has no reply");
            }
            Turns.requireTimes(times);
        }

        boolean fits(Request asked, String of) {
            return (request == null || request == asked) && Turns.fits(line, of);
        }
    }

    /**
     * What is done and answered; everything absent: what was asked for, at once.
     *
     * @param status an HTTP status, 400 to 599, instead of an answer
     * @param retryAfter seconds, with a status
     * @param fault a failure instead of an answer
     * @param done whether what was asked for is done all the same, with a status or a fault, so that only the answer is lost
     * @param afterSeconds how long it takes first, at most 600
     * @param doneAfterSeconds answers 202 and does it so much later, at most 600; at 0 it is done before the answer is there
     */
    public record Reply(
            @Nullable Integer status,
            @JsonProperty("retry-after") @Nullable Integer retryAfter,
            @Nullable Fault fault,
            @Nullable Boolean done,
            @JsonProperty("after-seconds") @Nullable Double afterSeconds,
            @JsonProperty("done-after-seconds") @Nullable Double doneAfterSeconds) {

        /** Failures. */
        public enum Fault {
            /** The connection is closed without an answer. */
            DROP,
            /** Something that is no answer. */
            GARBAGE,
            /** More than anybody should read. */
            HUGE
        }

        public Reply {
            if ((status == null ? 0 : 1) + (fault == null ? 0 : 1) + (doneAfterSeconds == null ? 0 : 1) > 1) {
                throw new IllegalArgumentException("a reply has at most one of status, fault and done-after-seconds");
            }
            Misbehaviour.requireStatus(status);
            Misbehaviour.requireSeconds("after-seconds", afterSeconds);
            Misbehaviour.requireSeconds("done-after-seconds", doneAfterSeconds);
        }

        /** What was asked for, at once. */
        public static Reply well() {
            return new Reply(null, null, null, null, null, null);
        }

        /** An error. @param done whether it is done all the same */
        public static Reply error(int status, boolean done) {
            return new Reply(status, null, null, done, null, null);
        }

        /** 202, and done so much later. */
        public static Reply later(double seconds) {
            return new Reply(null, null, null, null, null, seconds);
        }

        boolean isWell() {
            return status == null && fault == null && doneAfterSeconds == null;
        }

        boolean doesIt() {
            return isWell() || doneAfterSeconds != null || Boolean.TRUE.equals(done);
        }
    }

    /** The one that the sandbox has of its own. */
    public static ActivationScript shipped() throws IOException {
        try (var script =
                ActivationScript.class.getResourceAsStream("/io/namesake/provisioning/activation/sandbox.yaml")) {
            return parse(Objects.requireNonNull(script).readAllBytes());
        }
    }

    /** The same for whatever changes something; what is looked up is found. */
    public static ActivationScript changes(Reply reply) {
        return new ActivationScript(
                List.of(new Rule(null, Request.CREATE, null, reply), new Rule(null, Request.CHANGE, null, reply)),
                null);
    }

    /**
     * Reads a script.
     *
     * @throws IllegalArgumentException with line and column, when it is none
     */
    public static ActivationScript parse(byte[] file) {
        var script = ScriptFile.parse(file, ActivationScript.class);
        return script == null ? new ActivationScript(null, null) : script;
    }
}
