package io.namesake.application.transparency;

import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The report as a table (RFC 4180): one figure a line. Every word in it is ours, so nothing needs quotes. */
final class Csv {
    private static final String LINE = "\r\n";

    private Csv() {}

    static String of(List<MonthReport> months) {
        var lines = new StringJoiner(LINE, "", LINE);
        lines.add("month,figure,service,outcome,reason,value");
        months.forEach(month -> add(month, lines));
        return lines.toString();
    }

    private static void add(MonthReport month, StringJoiner lines) {
        var name = month.month();
        line(lines, name, "decisions", "", "", "", month.total().shown());
        month.outcomes()
                .forEach(each -> line(
                        lines,
                        name,
                        "decisions",
                        "",
                        each.outcome().name(),
                        "",
                        each.count().shown()));
        for (var service : month.services()) {
            line(
                    lines,
                    name,
                    "decisions",
                    service.service().name(),
                    "",
                    "",
                    service.total().shown());
            service.outcomes()
                    .forEach(each -> line(
                            lines,
                            name,
                            "decisions",
                            service.service().name(),
                            each.outcome().name(),
                            "",
                            each.count().shown()));
        }
        month.reasons()
                .forEach(each -> line(
                        lines,
                        name,
                        "reasons",
                        "",
                        each.outcome().name(),
                        each.reason().name(),
                        each.count().shown()));
        line(lines, name, "attended", "", "", "", month.attended().shown());
        line(lines, name, "attended_share", "", "", "", shown(month.attendedShare()));
        line(
                lines,
                name,
                "overturned_refusals",
                "",
                "",
                "",
                month.overturnedRefusals().shown());
        line(lines, name, "never_finished", "", "", "", month.neverFinished().shown());
        line(lines, name, "median_seconds", "", "", "", shown(month.medianSeconds()));
        line(lines, name, "slowest_tenth_seconds", "", "", "", shown(month.slowestTenthSeconds()));
    }

    private static void line(StringJoiner lines, String... cells) {
        lines.add(String.join(",", cells));
    }

    private static String shown(@Nullable Number value) {
        return value == null ? "withheld" : value.toString();
    }
}
