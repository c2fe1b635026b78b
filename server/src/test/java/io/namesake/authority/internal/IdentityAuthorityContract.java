package io.namesake.authority.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.access.OperatorId;
import io.namesake.authority.Attribute;
import io.namesake.authority.AuthorityAnswer;
import io.namesake.authority.AuthorityAnswer.Unavailable;
import io.namesake.authority.AuthorityAnswer.Unavailable.Cause;
import io.namesake.authority.AuthorityQuestion;
import io.namesake.authority.AuthorityQuestion.Consented;
import io.namesake.authority.AuthorityQuestion.Document;
import io.namesake.authority.AuthorityQuestion.Person;
import io.namesake.authority.IdentityAuthority;
import io.namesake.net.BoundedHttp;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What every adapter keeps to, whatever its authority does. */
abstract class IdentityAuthorityContract {
    static final Duration DEADLINE = Duration.ofSeconds(2);

    /** What the authority at the other end does. */
    enum Scene {
        AGREES,
        OTHER_BIRTH_DATE,
        OTHER_FACE,
        WITHDRAWN,
        DOES_NOT_KNOW,
        BUSY_FOR_SEVEN_SECONDS,
        DOES_NOT_LET_US,
        SLOW,
        GARBAGE,
        EMPTY,
        HUGE,
        DROPS
    }

    private final List<AutoCloseable> open = new ArrayList<>();

    /** An authority that plays the scene, until the test ends. */
    abstract URI stage(Scene scene) throws Exception;

    /** The adapter, for an authority at this place. */
    abstract IdentityAuthority adapter(URI authority);

    final <T extends AutoCloseable> T closedAfterwards(T resource) {
        open.add(resource);
        return resource;
    }

    final BoundedHttp http() {
        return closedAfterwards(
                new BoundedHttp("Namesake-Authority/1", Duration.ofSeconds(1), DEADLINE, 4 << 20, null));
    }

    @AfterEach
    void close() throws Exception {
        for (var resource : open) {
            resource.close();
        }
    }

    static AuthorityQuestion question() {
        return question(UUID.randomUUID());
    }

    static AuthorityQuestion question(UUID application) {
        return new AuthorityQuestion(
                new OperatorId(UUID.randomUUID()),
                application,
                new Consented("1-0f3a9c52", Instant.parse("2026-11-24T10:00:00Z")),
                new Document(Optional.of("UTO"), "L898902C3", Optional.of(LocalDate.of(2032, 4, 15))),
                new Person(
                        "Eriksson",
                        "Anna Maria",
                        LocalDate.of(1974, 8, 12),
                        Optional.of("F"),
                        Optional.empty(),
                        Optional.of("ZE184226B")),
                Optional.empty());
    }

    final AuthorityAnswer play(Scene scene) throws Exception {
        return adapter(stage(scene)).ask(question());
    }

    @Test
    void an_authority_that_agrees_matches() throws Exception {
        assertThat(play(Scene.AGREES)).isEqualTo(new AuthorityAnswer.Match());
    }

    @ParameterizedTest
    @CsvSource({"OTHER_BIRTH_DATE, BIRTH_DATE", "OTHER_FACE, FACE"})
    void a_mismatch_names_what_differs(Scene scene, Attribute what) throws Exception {
        assertThat(play(scene))
                .isInstanceOfSatisfying(
                        AuthorityAnswer.Mismatch.class,
                        mismatch -> assertThat(mismatch.differs()).containsExactly(what));
    }

    @Test
    void a_withdrawn_document_is_a_mismatch_of_the_document() throws Exception {
        assertThat(play(Scene.WITHDRAWN))
                .isInstanceOfSatisfying(
                        AuthorityAnswer.Mismatch.class,
                        mismatch -> assertThat(mismatch.differs()).containsExactly(Attribute.DOCUMENT));
    }

    @Test
    void a_register_that_does_not_know_the_document_is_no_mismatch() throws Exception {
        assertThat(play(Scene.DOES_NOT_KNOW)).isEqualTo(new AuthorityAnswer.Unknown());
    }

    @Test
    void a_busy_authority_is_unavailable_for_as_long_as_it_says() throws Exception {
        assertThat(play(Scene.BUSY_FOR_SEVEN_SECONDS)).isEqualTo(new Unavailable(Cause.BUSY, Duration.ofSeconds(7)));
    }

    @Test
    void an_authority_that_does_not_let_us_ask_is_unavailable() throws Exception {
        assertThat(play(Scene.DOES_NOT_LET_US)).isEqualTo(Unavailable.because(Cause.NOT_ALLOWED));
    }

    @Test
    void a_slow_authority_is_unavailable_when_the_deadline_is_over() throws Exception {
        assertThat(play(Scene.SLOW)).isEqualTo(Unavailable.because(Cause.TIMEOUT));
    }

    @ParameterizedTest
    @EnumSource(names = {"GARBAGE", "EMPTY", "HUGE", "DROPS"})
    void whatever_is_no_answer_is_unavailable_and_never_a_verdict(Scene scene) throws Exception {
        assertThat(play(scene)).isEqualTo(Unavailable.because(Cause.BROKEN));
    }

    @Test
    void an_authority_that_is_not_there_is_unavailable() throws Exception {
        assertThat(adapter(URI.create("http://127.0.0.1:" + freePort())).ask(question()))
                .isEqualTo(Unavailable.because(Cause.CONNECTION));
    }

    @Test
    void the_same_question_asked_again_is_the_same_question() {
        var application = UUID.randomUUID();
        assertThat(question(application).id()).isEqualTo(question(application).id());
        assertThat(question(application).id()).isNotEqualTo(application);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
