package io.namesake.provisioning.activation.sandbox;

import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** What the sandbox holds, to look at: the page loads itself anew every two seconds. */
final class HeldPage {
    private static final int SHOWN = 500;

    private HeldPage() {}

    static String of(HeldServices services) {
        var all = services.all(_ -> true).reversed();
        return """
                <!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="2">
                <title>Activation sandbox</title>
                <h1>Activation sandbox</h1>
                <p>%d services, the newest first. What comes in: TMF640 4.0.</p>
                <table border="1" cellpadding="6"><tr><th>line<th>type<th>state<th>limits<th>SIM<th>changed</tr>
                %s</table></html>
                """.formatted(
                all.size(),
                all.stream().limit(SHOWN).map(service -> row(service, services)).collect(Collectors.joining("\n")));
    }

    private static String row(ObjectNode service, HeldServices services) {
        var sim = HeldServices.characteristic(service, "iccid");
        return "<tr>"
                + cell(HeldServices.characteristic(service, "line"))
                + cell(service.path("serviceType").asString(""))
                + cell(service.path("state").asString(""))
                + cell(HeldServices.characteristic(service, "limits"))
                + cell(sim.isEmpty() ? HeldServices.characteristic(service, "eid") : sim)
                + cell(services.changedAt(service.path("id").asString(""))
                        .map(Object::toString)
                        .orElse(""))
                + "</tr>";
    }

    private static String cell(String text) {
        return "<td>" + text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + "</td>";
    }
}
