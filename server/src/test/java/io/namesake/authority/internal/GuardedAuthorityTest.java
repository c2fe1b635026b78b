package io.namesake.authority.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.namesake.MovableClock;
import io.namesake.audit.AuditEntry;
import io.namesake.authority.Attribute;
import io.namesake.authority.AuthorityAnswer;
import io.namesake.authority.AuthorityAnswer.Unavailable;
import io.namesake.authority.AuthorityAnswer.Unavailable.Cause;
import io.namesake.authority.AuthorityQuestion;
import io.namesake.authority.IdentityAuthority;
import io.namesake.authority.internal.AuthoritySettings.Kind;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GuardedAuthorityTest {
    private final MovableClock clock = new MovableClock();
    private final List<AuditEntry> log = new ArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile AuthorityAnswer next = new AuthorityAnswer.Match();

    private final IdentityAuthority scripted = new IdentityAuthority() {
        @Override
        public AuthorityAnswer ask(AuthorityQuestion question) {
            asked.incrementAndGet();
            return next;
        }

        @Override
        public boolean needsFace() {
            return false;
        }
    };

    @Test
    void an_authority_that_fails_again_and_again_is_left_alone_until_it_answers_again() throws Exception {
        var guarded = guarded(scripted, settings(1, 8));
        next = Unavailable.because(Cause.TIMEOUT);
        for (int i = 0; i < 5; i++) {
            assertThat(ask(guarded)).isEqualTo(Unavailable.because(Cause.TIMEOUT));
        }
        assertThat(ask(guarded)).isEqualTo(new Unavailable(Cause.LEFT_ALONE, Duration.ofSeconds(30)));
        assertThat(asked).hasValue(5);

        clock.advance(Duration.ofSeconds(31));
        next = new AuthorityAnswer.Match();
        for (int i = 0; i < 3; i++) {
            assertThat(ask(guarded)).isEqualTo(new AuthorityAnswer.Match());
        }
        assertThat(asked).hasValue(8);
    }

    @Test
    void an_authority_that_still_fails_when_it_is_tried_again_is_left_alone_again() throws Exception {
        var guarded = guarded(scripted, settings(1, 8));
        next = Unavailable.because(Cause.BROKEN);
        for (int i = 0; i < 6; i++) {
            ask(guarded);
        }
        clock.advance(Duration.ofSeconds(31));
        ask(guarded);
        ask(guarded);
        assertThat(ask(guarded)).isEqualTo(new Unavailable(Cause.LEFT_ALONE, Duration.ofSeconds(30)));
        assertThat(asked).hasValue(7);
    }

    @Test
    void answers_that_are_bad_for_somebody_do_not_open_the_circuit() throws Exception {
        var guarded = guarded(scripted, settings(1, 8));
        next = new AuthorityAnswer.Mismatch(Set.of(Attribute.BIRTH_DATE));
        for (int i = 0; i < 20; i++) {
            assertThat(ask(guarded).kind()).isEqualTo("MISMATCH");
        }
    }

    @Test
    void what_could_not_be_reached_is_tried_again_at_once_and_what_was_asked_is_not() throws Exception {
        var guarded = guarded(scripted, settings(3, 8));
        next = Unavailable.because(Cause.CONNECTION);
        assertThat(ask(guarded)).isEqualTo(Unavailable.because(Cause.CONNECTION));
        assertThat(asked).hasValue(3);
        next = Unavailable.because(Cause.TIMEOUT);
        ask(guarded);
        assertThat(asked).hasValue(4);
    }

    @Test
    void the_log_has_names_of_attributes_and_the_kind_of_the_answer_and_no_value() throws Exception {
        var guarded = guarded(scripted, settings(1, 8));
        next = new AuthorityAnswer.Mismatch(Set.of(Attribute.BIRTH_DATE, Attribute.DOCUMENT));
        ask(guarded);
        assertThat(log).extracting(AuditEntry::type).containsExactly("authority.asked", "authority.answered");
        assertThat(log.getFirst().details())
                .containsEntry(
                        "told", "DOCUMENT_NUMBER,EXPIRY_DATE,PERSONAL_NUMBER,FAMILY_NAME,GIVEN_NAMES,BIRTH_DATE,SEX")
                .containsEntry("authority", "HTTPS");
        assertThat(log.getLast().details())
                .containsEntry("answer", "MISMATCH")
                .containsEntry("differs", "DOCUMENT,BIRTH_DATE");
        assertThat(log.toString())
                .doesNotContain("Eriksson")
                .doesNotContain("L898902C3")
                .doesNotContain("1974");
    }

    @Test
    void a_question_that_was_interrupted_is_in_the_log_and_does_not_hold_a_place() throws Exception {
        var stops = new IdentityAuthority() {
            @Override
            public AuthorityAnswer ask(AuthorityQuestion question) throws InterruptedException {
                throw new InterruptedException();
            }

            @Override
            public boolean needsFace() {
                return false;
            }
        };
        var guarded = guarded(stops, settings(1, 1));
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> ask(guarded)).isInstanceOf(InterruptedException.class);
        }
        assertThat(log).extracting(AuditEntry::type).containsOnly("authority.asked");
    }

    @Test
    void no_more_questions_are_under_way_than_the_settings_allow() throws Exception {
        var entered = new CountDownLatch(1);
        var leave = new CountDownLatch(1);
        var slow = new IdentityAuthority() {
            @Override
            public AuthorityAnswer ask(AuthorityQuestion question) throws InterruptedException {
                entered.countDown();
                leave.await();
                return new AuthorityAnswer.Match();
            }

            @Override
            public boolean needsFace() {
                return false;
            }
        };
        var guarded = guarded(slow, settings(1, 1));
        var first = Thread.ofVirtual().start(() -> {
            try {
                ask(guarded);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        entered.await();
        assertThat(ask(guarded)).isEqualTo(new Unavailable(Cause.BUSY, Duration.ofMillis(200)));
        leave.countDown();
        first.join();
    }

    private static AuthorityAnswer ask(IdentityAuthority authority) throws InterruptedException {
        return authority.ask(IdentityAuthorityContract.question());
    }

    private IdentityAuthority guarded(IdentityAuthority authority, AuthoritySettings settings) {
        return new GuardedAuthority(authority, settings, log::add, new SimpleMeterRegistry(), clock);
    }

    static AuthoritySettings settings(int attempts, int concurrency) {
        return new AuthoritySettings(
                Kind.HTTPS,
                URI.create("https://authority.example"),
                null,
                Duration.ofSeconds(1),
                Duration.ofMillis(200),
                attempts,
                concurrency,
                Duration.ofSeconds(30),
                false,
                new AuthoritySettings.Https(null, null),
                new AuthoritySettings.Mosip(
                        "",
                        "",
                        "",
                        "",
                        "Staging",
                        null,
                        null,
                        "",
                        AuthoritySettings.Mosip.IndividualId.PERSONAL_NUMBER,
                        "UIN",
                        "eng",
                        "",
                        "",
                        AuthoritySettings.Mosip.Operation.AUTH,
                        new MosipDeviceSettings("", "", null, "", "", "", "", "", "", "")));
    }
}
