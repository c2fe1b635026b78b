package io.namesake.application.internal;

import static io.namesake.review.TestStaff.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.namesake.MovableClock;
import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import io.namesake.application.Pictures;
import io.namesake.application.ReviewRequested;
import io.namesake.application.TestApplicant;
import io.namesake.decision.Reason;
import io.namesake.face.PresentationAttack.Finding;
import io.namesake.review.TestStaff;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of a case when its pictures have been kept as long as was promised, and when its event is heard again. */
@NamesakeTest
@Import(ScriptedFaces.Configuration.class)
class ReviewRetentionTest {

    @Autowired
    TestHttp http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ScriptedFaces faces;

    @Autowired
    MovableClock clock;

    @Autowired
    EvidenceClock evidenceClock;

    @Autowired
    HeardEvents events;

    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void a_case_whose_pictures_were_erased_waits_for_the_applicant_in_person() {
        var applicant = doubtful();
        var id = caseOf(applicant);

        clock.advance(Duration.ofDays(7));
        evidenceClock.tick();

        await().atMost(Duration.ofSeconds(20)).until(() -> kind(id).equals("ATTENDED"));
        assertProblem(TestStaff.of(http, "REVIEWER").lock(id), "appointment-required");
        assertThat(caseOf(applicant)).isEqualTo(id);
    }

    @Test
    void an_event_that_is_heard_again_opens_no_second_case_before_or_after_the_decision() {
        var applicant = doubtful();
        var id = caseOf(applicant);
        var event = events.of(applicant.id).stream()
                .map(ReviewRequested.class::cast)
                .findFirst()
                .orElseThrow();

        publish(event);
        var reviewer = TestStaff.of(http, "REVIEWER");
        reviewer.lock(id).expectStatus().isOk();
        reviewer.decide(id, "IDENTITY_CONFIRMED").expectStatus().isNoContent();
        publish(event);
        // One that was lost until now is about an application that needs no case any more.
        publish(new ReviewRequested(
                UUID.randomUUID(),
                event.operatorId(),
                event.applicationId(),
                List.of(Reason.FACE_UNUSABLE),
                clock.instant()));

        assertThat(jdbc.sql("select count(*) from review_case where application_id = :id::uuid")
                        .param("id", applicant.id)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    private void publish(ReviewRequested event) {
        transaction.executeWithoutResult(_ -> publisher.publishEvent(event));
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        jdbc.sql("select count(*) from event_publication where listener_id like 'io.namesake.review%'"
                                                + " and event_type like '%ReviewRequested'")
                                        .query(Integer.class)
                                        .single()
                                == 0);
    }

    private TestApplicant doubtful() {
        faces.find(() -> ScriptedFaces.compared(4, Finding.LIVE));
        var applicant = TestApplicant.withConsent(http);
        applicant.document(Pictures.DOCUMENT_OF_A).expectStatus().isOk();
        applicant.selfie(Pictures.SELFIE_OF_A).expectStatus().isOk();
        applicant.decided();
        return applicant;
    }

    private String caseOf(TestApplicant applicant) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> jdbc.sql("select id::text from review_case where application_id = :id::uuid")
                                .param("id", applicant.id)
                                .query(String.class)
                                .list(),
                        found -> !found.isEmpty())
                .getFirst();
    }

    private String kind(String id) {
        return jdbc.sql("select kind from review_case where id = :id::uuid")
                .param("id", id)
                .query(String.class)
                .single();
    }
}
