package io.namesake.cli.tour;

import static io.namesake.cli.tour.Cast.eventually;
import static io.namesake.cli.tour.Cast.promise;

import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;

/**
 * The story from the first verification to a proof that is checked offline. It needs a demo whose clock can be moved and which
 * nobody else uses, since its lines and people are always the same.
 */
public final class Tour {
    static final String ROBINS_LINE = "+8613800138101";
    static final String KIMS_LINE = "+8613800138102";
    static final String WRONG_LINE = "+8613800138103";
    static final String FORGOTTEN_LINE = "+8613800138104";
    static final String ORDERED_LINE = "+8613800138105";

    private final Narrator narrator;
    private final Cast cast;

    private Tour(Narrator narrator, Cast cast) {
        this.narrator = narrator;
        this.cast = cast;
    }

    /**
     * Plays it.
     *
     * @param server where the demo listens
     * @param showRequests whether each request and answer is printed
     * @return how many steps it had
     * @throws BrokenPromise when the server does something else than it promises
     */
    public static int play(URI server, PrintWriter out, boolean showRequests) {
        var narrator = new Narrator(out, showRequests);
        try (var client = HttpClient.newHttpClient()) {
            new Tour(narrator, new Cast(Api.anyone(client, server, narrator))).play();
        }
        return narrator.steps();
    }

    private void play() {
        twoPeopleAreVerified();
        aLineInTheWrongName();
        new DisputeChapter(narrator, cast).play();
        new RemediationChapter(narrator, cast).play();
        new HandoverChapter(narrator, cast).play();
        new BankChapter(narrator, cast).play();
        new ProofChapter(narrator, cast).play();
    }

    private void twoPeopleAreVerified() {
        narrator.chapter("Two people take a line");
        for (var taken : List.of(Map.entry(cast.robin(), ROBINS_LINE), Map.entry(cast.kim(), KIMS_LINE))) {
            var person = taken.getKey();
            var line = taken.getValue();
            var created = cast.asksFor("NEW_LINE", line);
            narrator.step(
                    "The operator starts an application for " + line + " and gives " + person.name() + " the link",
                    created + ", the line is PENDING");
            promise(status(line).equals("PENDING"), "A line that was asked for must be PENDING");
            var refused = person.opens(created);
            var early = refused.send(
                    "/v1/applications/" + created.at("/id") + "/selfie",
                    new FormData().file("image", "image/jpeg", new byte[] {1}));
            promise(early.status() == 409, "No picture may be taken before consent");
            var decided = person.walks(refused, created.at("/id"));
            narrator.step(
                    person.name() + " agrees, shows document and face, and waits",
                    "decided " + decided.get("state").asString() + "; pictures erased at "
                            + decided.at("/decision/imagesErasedAt").asString());
            promise(decided.get("state").asString().equals("VERIFIED"), person.name() + " must be verified");
            promise(!decided.at("/decision/imagesErasedAt").isNull(), "Pictures must be erased with the decision");
            promise(status(line).equals("ACTIVE"), "A verified person's line must be ACTIVE");
        }
    }

    private void aLineInTheWrongName() {
        narrator.chapter("The operator's old records name Robin for lines that Robin never took");
        var robin = cast.robin().fields();
        var rows = new StringBuilder("line,service,family_name,given_names,document_number,birth_date,held_from\n");
        for (var line : List.of(WRONG_LINE, FORGOTTEN_LINE)) {
            rows.append(String.join(
                            ",",
                            line,
                            "MOBILE",
                            robin.get("familyName"),
                            robin.get("givenNames"),
                            robin.get("documentNumber"),
                            robin.get("birthDate"),
                            "2019-05-01"))
                    .append('\n');
        }
        var imported = cast.operator()
                .send(
                        "/v1/imports",
                        new FormData().file("file", "text/csv", rows.toString().getBytes()))
                .must(201);
        narrator.step("The operator imports two lines with Robin's document number", imported + ", both UNVERIFIED");
        promise(status(WRONG_LINE).equals("UNVERIFIED"), "An imported line must be UNVERIFIED");
        promise(cast.operator().get("/v1/me/lines").status() == 403, "An operator must not see the lines of a person");
        var mine = cast.robin().comesBack().get("/v1/me/lines").must(200);
        narrator.step(
                "Robin is verified again and asks for every line in Robin's name",
                mine + ": "
                        + mine.each("/lines")
                                .map(line -> line.get("line").asString())
                                .sorted()
                                .toList());
        promise(
                mine.each("/lines")
                        .map(line -> line.get("line").asString())
                        .sorted()
                        .toList()
                        .equals(List.of(ROBINS_LINE, WRONG_LINE, FORGOTTEN_LINE)),
                "A person must see every line in their name, and nobody else's");
    }

    private String status(String line) {
        return eventually(
                        "The line must be known",
                        () -> cast.operator().get("/v1/lines/" + line.replace("+", "%2B")),
                        answer -> answer.status() == 200)
                .at("/status");
    }
}
