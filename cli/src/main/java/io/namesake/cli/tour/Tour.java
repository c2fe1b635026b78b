package io.namesake.cli.tour;

import static io.namesake.cli.tour.Cast.eventually;
import static io.namesake.cli.tour.Cast.promise;
import static io.namesake.cli.tour.Cast.refused;

import io.namesake.client.CaptureApi;
import io.namesake.client.ImportsApi;
import io.namesake.client.LinesApi;
import io.namesake.client.MyLinesApi;
import io.namesake.client.NamesakeClient;
import io.namesake.client.NamesakeException;
import io.namesake.client.ProblemException;
import io.namesake.client.model.Application;
import io.namesake.client.model.Line;
import io.namesake.client.model.MyLine;
import io.namesake.client.model.NewApplication.PurposeEnum;
import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        try (var anyone = NamesakeClient.of(server).listener(narrator::heard).build()) {
            new Tour(narrator, new Cast(anyone)).play();
        } catch (NamesakeException e) {
            throw new BrokenPromise(e.getMessage());
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
            var created = cast.asksFor(PurposeEnum.NEW_LINE, line);
            var application = created.id();
            narrator.step(
                    "The operator starts an application for " + line + " and gives " + person.name() + " the link",
                    narrator.last() + ", the line is PENDING");
            promise(status(line) == Line.StatusEnum.PENDING, "A line that was asked for must be PENDING");
            var session = person.opens(created);
            refused(
                    409,
                    () -> new CaptureApi(session).sendSelfie(application, new byte[] {1}),
                    "No picture may be taken before consent");
            var decided = person.walks(session, application);
            promise(decided.state() == Application.StateEnum.VERIFIED, person.name() + " must be verified");
            var erasedAt = decided.decision().imagesErasedAt();
            promise(erasedAt != null, "Pictures must be erased with the decision");
            narrator.step(
                    person.name() + " agrees, shows document and face, and waits",
                    "decided " + decided.state() + "; pictures erased at " + erasedAt);
            promise(status(line) == Line.StatusEnum.ACTIVE, "A verified person's line must be ACTIVE");
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
                            robin.familyName(),
                            robin.givenNames(),
                            robin.documentNumber(),
                            robin.birthDate().toString(),
                            "2019-05-01"))
                    .append('\n');
        }
        new ImportsApi(cast.operator()).importLines(rows.toString());
        narrator.step(
                "The operator imports two lines with Robin's document number", narrator.last() + ", both UNVERIFIED");
        promise(status(WRONG_LINE) == Line.StatusEnum.UNVERIFIED, "An imported line must be UNVERIFIED");
        refused(403, () -> new MyLinesApi(cast.operator()).myLines(), "An operator must not see the lines of a person");
        var mine = new MyLinesApi(cast.robin().comesBack())
                .myLines().lines().stream().map(MyLine::line).sorted().toList();
        narrator.step("Robin is verified again and asks for every line in Robin's name", narrator.last() + ": " + mine);
        promise(
                mine.equals(List.of(ROBINS_LINE, WRONG_LINE, FORGOTTEN_LINE)),
                "A person must see every line in their name, and nobody else's");
    }

    private Line.StatusEnum status(String line) {
        return eventually("The line must be known", () -> find(line), Optional::isPresent)
                .orElseThrow()
                .status();
    }

    private Optional<Line> find(String line) {
        try {
            return Optional.of(new LinesApi(cast.operator()).getLine(line));
        } catch (ProblemException unknown) {
            return Optional.empty();
        }
    }
}
