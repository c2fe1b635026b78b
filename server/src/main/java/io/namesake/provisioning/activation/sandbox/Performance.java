package io.namesake.provisioning.activation.sandbox;

import com.sun.net.httpserver.HttpExchange;
import io.namesake.provisioning.activation.sandbox.ActivationScript.Reply;
import io.namesake.provisioning.activation.sandbox.ActivationScript.Request;
import io.namesake.provisioning.activation.sandbox.ActivationScript.Rule;
import io.namesake.standin.LocalServer;
import io.namesake.standin.Misbehaviour;
import io.namesake.standin.Turns;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** Does what is asked for as the script says: well, late, not at all, or without anybody hearing of it. */
final class Performance {
    private final Monitors monitors;
    private final Consumer<String> told;
    private volatile Play play;

    private record Play(Turns<Rule> turns, Reply otherwise) {}

    /** What was asked for. */
    interface Task {
        ServiceAnswer perform();
    }

    /** @param told is told of each request and how it was answered */
    Performance(ActivationScript script, Monitors monitors, Consumer<String> told) {
        this.monitors = monitors;
        this.told = told;
        this.play = playOf(script);
    }

    /** Behaves so from now on. */
    void play(ActivationScript script) {
        play = playOf(script);
    }

    private static Play playOf(ActivationScript script) {
        return new Play(
                new Turns<>(script.rules(), Rule::times),
                script.otherwise() == null ? Reply.well() : script.otherwise());
    }

    /** @param line the number or account that it is about; empty where none is known */
    void perform(HttpExchange exchange, Request request, String line, Task task)
            throws IOException, InterruptedException {
        var now = play;
        var reply = now.turns()
                .next(rule -> rule.fits(request, line))
                .map(Rule::reply)
                .orElse(now.otherwise());
        Misbehaviour.pause(reply.afterSeconds());
        if (request != Request.FIND && reply.doneAfterSeconds() != null) {
            later(exchange, reply.doneAfterSeconds(), task);
            told.accept(request + " 202");
            return;
        }
        var answer = reply.doesIt() ? task.perform() : new ServiceAnswer(200, Optional.empty());
        if (reply.status() != null) {
            Misbehaviour.status(exchange, reply.status(), reply.retryAfter());
        } else if (reply.fault() == Reply.Fault.GARBAGE) {
            LocalServer.send(exchange, 200, "text/html", Misbehaviour.garbage());
        } else if (reply.fault() == Reply.Fault.HUGE) {
            Misbehaviour.huge(exchange);
        } else if (reply.fault() == null) {
            answer.send(exchange);
        }
        told.accept(request + " " + outcome(reply, answer));
    }

    private static String outcome(Reply reply, ServiceAnswer answer) {
        if (reply.status() != null) {
            return String.valueOf(reply.status());
        }
        return reply.fault() != null ? reply.fault().name() : answer.words();
    }

    private void later(HttpExchange exchange, double seconds, Task task) throws IOException, InterruptedException {
        var path = exchange.getRequestURI().getPath();
        var monitor = monitors.begin(ActivationSandbox.BASE + "/monitor", path);
        var id = monitor.path("id").asString();
        if (seconds == 0) {
            monitors.end(id, task.perform().isWell());
        } else {
            Thread.startVirtualThread(() -> {
                try {
                    Misbehaviour.pause(seconds);
                    monitors.end(id, task.perform().isWell());
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        exchange.getResponseHeaders().set("Location", monitor.path("href").asString());
        exchange.sendResponseHeaders(202, -1);
    }
}
