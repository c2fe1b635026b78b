package io.namesake.cli.tour;

import io.namesake.client.ApplicationsApi;
import io.namesake.client.CaptureApi;
import io.namesake.client.DemoApi;
import io.namesake.client.MyLinesApi;
import io.namesake.client.NamesakeClient;
import io.namesake.client.model.Application;
import io.namesake.client.model.CaptureSession;
import io.namesake.client.model.CaptureToken;
import io.namesake.client.model.ConsentAnswer;
import io.namesake.client.model.CreatedApplication;
import io.namesake.client.model.DocumentFields;
import io.namesake.client.model.NewVerification;
import io.namesake.client.model.Sample;
import java.net.URI;
import java.util.UUID;

/** One of the demo's made-up applicants, who walks the road with the pictures that come with the demo. */
final class Person {
    private final NamesakeClient anyone;
    private final String name;
    private final DocumentFields fields;
    private final byte[] document;
    private final byte[] selfie;

    Person(NamesakeClient anyone, Sample sample) {
        this.anyone = anyone;
        this.name = sample.label();
        this.fields = DocumentFields.builder()
                .familyName(sample.fields().familyName())
                .givenNames(sample.fields().givenNames())
                .documentNumber(sample.fields().documentNumber())
                .birthDate(sample.fields().birthDate())
                .expiryDate(sample.fields().expiryDate())
                .build();
        this.document = picture(sample.documentUrl());
        this.selfie = picture(sample.selfieUrl());
    }

    private byte[] picture(String url) {
        return new DemoApi(anyone).getDemoSample(url.substring(url.lastIndexOf('/') + 1));
    }

    String name() {
        return name;
    }

    /** What their document says. */
    DocumentFields fields() {
        return fields;
    }

    /** Opens the capture link of an application. @return the applicant's own session */
    NamesakeClient opens(CreatedApplication created) {
        return anyone.as(sessionOf(created.captureLink().url()).sessionToken());
    }

    /** All of the road, from the link that somebody else was given for them. @return the application, decided */
    Application walksThrough(URI link) {
        var session = sessionOf(link);
        return walks(anyone.as(session.sessionToken()), session.applicationId());
    }

    private CaptureSession sessionOf(URI link) {
        return new CaptureApi(anyone)
                .openCaptureSession(
                        CaptureToken.builder().token(link.getFragment()).build());
    }

    /** Agrees, shows document and face, and waits for the decision. @return the application, decided */
    Application walks(NamesakeClient session, UUID application) {
        var capture = new CaptureApi(session);
        var consent = capture.currentConsentText("en");
        capture.giveConsent(
                application,
                ConsentAnswer.builder()
                        .textVersion(consent.version())
                        .locale(ConsentAnswer.LocaleEnum.EN)
                        .accepted(true)
                        .build());
        capture.sendDocument(application, fields, document);
        capture.sendSelfie(application, selfie);
        capture.submitApplication(application);
        return Cast.eventually(
                "An application that was accepted must be decided",
                () -> new ApplicationsApi(session).getApplication(application),
                one -> one.state() != Application.StateEnum.SUBMITTED);
    }

    /** Trades a verified application for a session of their own. */
    private NamesakeClient sees(NamesakeClient session) {
        return anyone.as(new MyLinesApi(session).openHolderSession().token());
    }

    /** Is verified once more for a look at their lines. */
    NamesakeClient comesBack() {
        var created = new MyLinesApi(anyone)
                .startMyVerification(NewVerification.builder()
                        .locale(NewVerification.LocaleEnum.EN)
                        .build());
        var session = opens(created);
        var decided = walks(session, created.id());
        if (decided.state() != Application.StateEnum.VERIFIED) {
            throw new BrokenPromise(name + " must be verified again, and was " + decided.state());
        }
        return sees(session);
    }
}
