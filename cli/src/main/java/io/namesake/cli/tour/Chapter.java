package io.namesake.cli.tour;

import static io.namesake.cli.tour.Cast.eventually;

import io.namesake.client.LinesApi;
import io.namesake.client.MyLinesApi;
import io.namesake.client.NamesakeClient;
import io.namesake.client.RemediationApi;
import io.namesake.client.model.Line;
import io.namesake.client.model.MyLine;
import io.namesake.client.model.Remediation;
import java.util.List;
import java.util.UUID;

/** What several chapters need. */
abstract class Chapter {
    final Narrator narrator;
    final Cast cast;

    Chapter(Narrator narrator, Cast cast) {
        this.narrator = narrator;
        this.cast = cast;
    }

    abstract void play();

    /** A line as its operator sees it. */
    final Line line(String line) {
        return new LinesApi(cast.operator()).getLine(line);
    }

    /** What a line must not do now. */
    final List<Line.LimitsEnum> limits(String line) {
        return line(line).limits().stream().sorted().toList();
    }

    /** The line of this number among a person's own. */
    static MyLine mine(NamesakeClient holder, String number) {
        return new MyLinesApi(holder)
                .myLines().lines().stream()
                        .filter(line -> line.line().equals(number))
                        .findFirst()
                        .orElseThrow(() -> new BrokenPromise(number + " must be in this person's name"));
    }

    /** Whether the line of this number is among a person's own. */
    static boolean has(NamesakeClient holder, String number) {
        return new MyLinesApi(holder)
                .myLines().lines().stream().anyMatch(line -> line.line().equals(number));
    }

    final Remediation remediation(UUID caseId) {
        return new RemediationApi(cast.operator()).getRemediation(caseId);
    }

    /** Waits until the case of a line is in this phase. @return the case */
    final Remediation phase(UUID caseId, Remediation.PhaseEnum phase) {
        return eventually(
                "The case must come into the phase " + phase, () -> remediation(caseId), one -> one.phase() == phase);
    }
}
