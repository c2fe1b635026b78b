package io.namesake.reading.internal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.namesake.PublishedLists;
import io.namesake.document.EvidenceCheck;
import io.namesake.document.EvidenceCheck.Result;
import io.namesake.document.specimen.wallet.SpecimenIssuer;
import io.namesake.document.specimen.wallet.SpecimenStatusList;
import io.namesake.document.specimen.wallet.SpecimenStatusList.Life;
import io.namesake.document.trust.TrustStore;
import io.namesake.document.trust.TrustedAuthority;
import io.namesake.document.wallet.CredentialKind.Format;
import io.namesake.document.wallet.StatusListReader;
import io.namesake.document.wallet.StatusReference;
import io.namesake.document.wallet.WalletTrust;
import io.namesake.net.OutboundRules;
import io.namesake.net.OutboundSettings;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists that this machine publishes, for a server that may call it and no other. */
class StatusListsTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final SpecimenIssuer ISSUER = SpecimenIssuer.make(NOW, RANDOM);
    private static final int PLACE = 17;

    private final StandingClock clock = new StandingClock();
    private PublishedLists lists;
    private StatusLists statuses;

    @BeforeEach
    void publish() throws Exception {
        lists = PublishedLists.start();
        statuses = statuses("127.0.0.0/8");
    }

    @AfterEach
    void stop() {
        statuses.close();
        lists.close();
    }

    @Test
    void a_list_is_fetched_once_for_everybody_on_it_and_again_when_its_time_is_over() {
        lists.publish("/1", jwt(list("/1").set(PLACE, SpecimenStatusList.INVALID)));
        assertThat(check("/1", PLACE)).isEqualTo(Result.FAILED);
        assertThat(check("/1", PLACE + 1)).isEqualTo(Result.PASSED);
        assertThat(lists.requests("/1")).isEqualTo(1);

        lists.publish("/1", jwt(list("/1").set(PLACE + 1, SpecimenStatusList.SUSPENDED)));
        assertThat(check("/1", PLACE + 1)).isEqualTo(Result.PASSED);
        clock.advance(Life.around(NOW).timeToLive());
        assertThat(check("/1", PLACE + 1)).isEqualTo(Result.FAILED);
        assertThat(check("/1", PLACE)).isEqualTo(Result.PASSED);
        assertThat(lists.requests("/1")).isEqualTo(2);
    }

    @Test
    void who_publishes_a_list_learns_nothing_but_that_it_was_fetched() {
        lists.publish("/1", jwt(list("/1")));
        assertThat(check("/1", PLACE)).isEqualTo(Result.PASSED);
        assertThat(lists.lastHeaders())
                .containsOnlyKeys("Accept", "User-agent", "Host", "Connection")
                .containsEntry("User-agent", List.of("Namesake/1"));
        assertThat(lists.lastHeaders().get("Accept").getFirst()).startsWith("application/statuslist+jwt");
    }

    @Test
    void a_list_of_the_other_form_is_understood_too() {
        lists.publish("/c", list("/c").set(PLACE, SpecimenStatusList.INVALID).cwt(ISSUER, Life.around(NOW), RANDOM));
        assertThat(check("/c", PLACE)).isEqualTo(Result.FAILED);
    }

    @Test
    void a_list_that_has_grown_is_fetched_for_a_place_that_it_did_not_have() {
        lists.publish("/1", jwt(new SpecimenStatusList(lists.url("/1"), 2, 16)));
        assertThat(check("/1", 15)).isEqualTo(Result.PASSED);
        lists.publish("/1", jwt(list("/1").set(PLACE, SpecimenStatusList.INVALID)));
        assertThat(check("/1", PLACE)).isEqualTo(Result.FAILED);
    }

    @Test
    void what_is_no_answer_that_can_be_believed_is_none() {
        assertNone("/missing");
        lists.publish("/broken", "nothing".getBytes(US_ASCII));
        assertNone("/broken");
        lists.publish("/other", jwt(list("/elsewhere")));
        assertNone("/other");
        lists.publish(
                "/stranger",
                list("/stranger")
                        .jwt(SpecimenIssuer.make(NOW, RANDOM), Life.around(NOW))
                        .getBytes(US_ASCII));
        assertNone("/stranger");
        lists.publish("/large", new byte[2 * 1024 * 1024 + 1]);
        assertNone("/large");
        lists.redirect("/moved", lists.url("/1"));
        lists.publish("/1", jwt(list("/1")));
        assertNone("/moved");
        lists.publishAs("/page", "text/html", jwt(list("/page")));
        assertNone("/page");
        assertThat(lists.requests("/1")).isZero();
    }

    @Test
    void what_gave_no_answer_is_asked_again() {
        assertNone("/1");
        lists.publish("/1", jwt(list("/1")));
        assertThat(check("/1", PLACE)).isEqualTo(Result.PASSED);
    }

    @Test
    void no_address_of_this_network_is_called_unless_the_operator_allows_it() {
        lists.publish("/1", jwt(list("/1")));
        try (var careful = statuses()) {
            assertThat(careful.check(reference("/1", PLACE))).isEmpty();
        }
        assertThat(lists.requests("/1")).isZero();
    }

    @Test
    void many_who_ask_at_once_are_answered_by_few_fetches() {
        lists.publish("/1", jwt(list("/1").set(PLACE, SpecimenStatusList.INVALID)));
        var gate = lists.hold();
        var asked = IntStream.range(0, 8)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> check("/1", PLACE), Thread::startVirtualThread))
                .toList();
        gate.countDown();
        assertThat(asked).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(Result.FAILED));
        assertThat(lists.requests("/1")).isLessThanOrEqualTo(8);
        int before = lists.requests("/1");
        assertThat(check("/1", PLACE)).isEqualTo(Result.FAILED);
        assertThat(lists.requests("/1")).isEqualTo(before);
    }

    @Test
    void a_list_is_kept_for_a_minute_at_least_and_never_longer_than_it_counts() {
        lists.publish(
                "/1",
                list("/1")
                        .jwt(ISSUER, new Life(NOW, NOW.plusSeconds(40), Duration.ofSeconds(1)))
                        .getBytes(US_ASCII));
        assertThat(check("/1", PLACE)).isEqualTo(Result.PASSED);
        clock.advance(Duration.ofSeconds(30));
        assertThat(check("/1", PLACE)).isEqualTo(Result.PASSED);
        assertThat(lists.requests("/1")).isEqualTo(1);
        clock.advance(Duration.ofSeconds(10));
        assertNone("/1");
        assertThat(lists.requests("/1")).isEqualTo(2);
    }

    private void assertNone(String path) {
        assertThat(statuses.check(reference(path, PLACE))).as(path).isEmpty();
    }

    private Result check(String path, int index) {
        return statuses.check(reference(path, index)).map(EvidenceCheck::result).orElseThrow();
    }

    private StatusReference reference(String path, int index) {
        try {
            return new StatusReference(
                    lists.url(path),
                    index,
                    Format.SD_JWT,
                    Optional.empty(),
                    List.of(ISSUER.signer().getEncoded()));
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private SpecimenStatusList list(String path) {
        return new SpecimenStatusList(lists.url(path), 2, 800);
    }

    private static byte[] jwt(SpecimenStatusList list) {
        return list.jwt(ISSUER, Life.around(NOW)).getBytes(US_ASCII);
    }

    private StatusLists statuses(String... allowed) {
        var trust = WalletTrust.of(
                TrustStore.of(List.of(new TrustedAuthority(ISSUER.authority(), "a test", LocalDate.of(2026, 11, 28)))));
        return new StatusLists(
                new StatusListReader(trust, clock),
                new OutboundRules(new OutboundSettings(List.of(allowed))),
                new SimpleMeterRegistry(),
                clock);
    }

    /** One that stands still until it is moved: what is kept for a minute must not depend on how fast the test is. */
    private static final class StandingClock extends Clock {
        private volatile Instant now = NOW;

        void advance(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("UTC only");
        }
    }
}
