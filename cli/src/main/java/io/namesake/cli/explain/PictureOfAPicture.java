package io.namesake.cli.explain;

import io.namesake.cli.page.Html;
import io.namesake.face.PresentationAttack;
import java.util.Locale;

/** What speaks for and against a picture of a picture. */
record PictureOfAPicture(PresentationAttack attack) {

    void write(Html page) {
        if (attack.finding() == PresentationAttack.Finding.NOT_ASSESSED) {
            page.element("p", "These models have no network that looks for it.");
            return;
        }
        page.element(
                "p",
                String.format(
                        Locale.ROOT,
                        "Score %.3f from 0 (surely a picture of a picture) to 1 (surely living); below %.3f it is suspected, and a person looks."
                                + " It is a signal and no proof either way.",
                        attack.liveScore(),
                        attack.threshold()));
    }
}
