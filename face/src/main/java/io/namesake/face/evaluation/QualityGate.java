package io.namesake.face.evaluation;

import java.util.Map;
import java.util.Optional;

/**
 * What the quality gate does to these pictures. A picture is sent back when a measure of {@link io.namesake.face.FaceReport#quality()}
 * sends it back, or when the networks see too little of its face ({@link io.namesake.face.engine.FacePipeline#isClear}). A pair with such a picture is
 * never called two persons ({@link io.namesake.face.Comparison#clear()}).
 *
 * @param images usable pictures
 * @param sentBack how many of them the gate sends back
 * @param reasons how many pictures each reason sends back; a picture may have several. {@value #UNCLEAR} is the face that is not clear
 * @param rates over the pairs of which neither picture was sent back; empty when no genuine or no impostor pair is left
 */
public record QualityGate(int images, int sentBack, Map<String, Integer> reasons, Optional<MeasuredRates> rates) {
    /** The reason of pictures whose face is not clear. */
    public static final String UNCLEAR = "UNCLEAR";

    public QualityGate {
        reasons = Map.copyOf(reasons);
    }

    /** The share of pictures that the gate sends back, with the interval of Wilson. */
    public Rate shareSentBack() {
        return Rate.wilson(sentBack, images);
    }
}
