package io.namesake.provisioning.activation;

import io.namesake.provisioning.outbox.OutboxWorker;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells activation servers of lines that changed. */
@Component
class ActivationWorker extends OutboxWorker<DueLine> {
    private final Activations activations;

    ActivationWorker(Activations activations, ActivationSettings settings) {
        super("activation", new Pace(settings.concurrency(), settings.pollInterval(), settings.lease()));
        this.activations = activations;
    }

    @Override
    protected List<DueLine> lease(int most) {
        return activations.lease(most);
    }

    @Override
    protected void attempt(DueLine due) {
        activations.attempt(due);
    }

    /** Where no server is configured there is nothing to look for. */
    @Override
    public boolean isAutoStartup() {
        return activations.isOn();
    }
}
