package io.namesake.mylines.internal;

import io.namesake.access.HolderPrincipal;
import io.namesake.mylines.LineMatters;
import io.namesake.mylines.LineMatters.Matter;
import io.namesake.registry.HeldLine;
import io.namesake.registry.Holdings;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts together what a person sees of their lines. */
@Component
class MyLinesView {
    private final Holdings holdings;
    private final Endings endings;
    private final List<LineMatters> matters;

    MyLinesView(Holdings holdings, Endings endings, List<LineMatters> matters) {
        this.holdings = holdings;
        this.endings = endings;
        this.matters = List.copyOf(matters);
    }

    MyLinesJson.All of(HolderPrincipal holder) {
        var held = holdings.of(holder.holderId());
        var ids = held.stream().map(mine -> mine.line().id()).collect(Collectors.toSet());
        List<Matter> underWay =
                matters.stream().flatMap(module -> module.of(ids).stream()).toList();
        return new MyLinesJson.All(
                holder.verifiedAt(),
                held.stream().map(mine -> MyLinesJson.Mine.of(mine, underWay)).toList(),
                endings.of(holder.holderId()).stream()
                        .map(MyLinesJson.Ended::of)
                        .toList());
    }

    /** A line in this person's name. @throws Problem {@code line-unknown} for every other one, whether it exists or not */
    HeldLine mine(HolderPrincipal holder, UUID lineId) {
        return holdings.mine(holder.holderId(), lineId);
    }
}
