package io.namesake.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.namesake.face.evaluation.ScoreHistogram;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HistogramPlotTest {

    private Document plot;

    @BeforeEach
    void draw() throws Exception {
        StringWriter out = new StringWriter();
        new HistogramPlot(
                        "Similarities",
                        "pairs.csv",
                        new ScoreHistogram(4, 0.25, List.of(100L, 0L, 10L)),
                        new ScoreHistogram(-1, 0.25, List.of(1L, 999L)),
                        List.of(new HistogramPlot.Threshold("2.00: FMR 1 %", 2)))
                .write(out);
        plot = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(out.toString())));
    }

    @Test
    void each_kind_is_drawn_as_shares_of_its_own() {
        List<double[]> genuine = outline("genuine");
        List<double[]> impostor = outline("impostor");

        // Ten times rarer lies one step of the scale lower, whatever the kind's number of pairs.
        double step = height("10 %") - height("100 %");
        assertThat(genuine.get(5)[1] - genuine.get(1)[1]).isCloseTo(step, within(0.3));
        assertThat(impostor.get(3)[1]).isLessThan(genuine.get(1)[1]);
        assertThat(impostor.get(1)[1] - impostor.get(3)[1]).isCloseTo(3 * step, within(0.5));
    }

    @Test
    void an_empty_bin_lies_on_the_ground() {
        assertThat(outline("genuine").get(3)[1]).isEqualTo(400);
    }

    @Test
    void the_threshold_stands_between_the_kinds_and_says_what_it_is_for() {
        double threshold = Double.parseDouble(elements("line").stream()
                .filter(line -> line.getAttribute("class").equals("threshold"))
                .findFirst()
                .orElseThrow()
                .getAttribute("x1"));

        assertThat(threshold)
                .isGreaterThan(outline("impostor").getLast()[0])
                .isLessThan(outline("genuine").getFirst()[0]);
        assertThat(elements("text").stream().map(Element::getTextContent)).contains("2.00: FMR 1 %", "Similarity");
    }

    private double height(String tick) {
        return elements("text").stream()
                .filter(text -> text.getTextContent().equals(tick))
                .mapToDouble(text -> Double.parseDouble(text.getAttribute("y")))
                .findFirst()
                .orElseThrow();
    }

    private List<double[]> outline(String kind) {
        String path = elements("path").stream()
                .filter(shape -> shape.getAttribute("class").equals(kind))
                .findFirst()
                .orElseThrow()
                .getAttribute("d");
        return Arrays.stream(path.substring(1).replace(" Z", "").split(" L"))
                .map(point -> Arrays.stream(point.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
    }

    private List<Element> elements(String name) {
        NodeList found = plot.getElementsByTagNameNS("*", name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }
}
