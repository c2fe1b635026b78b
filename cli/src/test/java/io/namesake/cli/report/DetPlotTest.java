package io.namesake.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class DetPlotTest {

    private static final DetPlot.Mark MARK = new DetPlot.Mark("FMR 0.1 %", new DetPlot.Point(0.001, 0.02), 0.01, 0.03);

    @Test
    void the_plot_is_well_formed_whatever_its_words_are() throws Exception {
        Document plot = parse(plot("Tom & <Jerry> \"2\"", straightLine()));

        assertThat(plot.getDocumentElement().getLocalName()).isEqualTo("svg");
        assertThat(plot.getDocumentElement().getNamespaceURI()).isEqualTo("http://www.w3.org/2000/svg");
        assertThat(elements(plot, "title").getFirst().getTextContent()).isEqualTo("Tom & <Jerry> \"2\"");
        assertThat(texts(plot)).contains("FMR 0.1 %", "0.01 %", "40 %");
    }

    @Test
    void both_axes_are_named() throws Exception {
        assertThat(texts(parse(plot("x", straightLine()))))
                .contains(
                        "False match rate (FMR), normal deviate scale",
                        "False non-match rate (FNMR), normal deviate scale");
    }

    @Test
    void normally_distributed_scores_give_a_straight_line() throws Exception {
        List<double[]> drawn = points(parse(plot("x", straightLine())));

        double[] first = drawn.getFirst();
        double[] last = drawn.getLast();
        double slope = (last[1] - first[1]) / (last[0] - first[0]);
        assertThat(drawn)
                .hasSizeGreaterThan(20)
                .allSatisfy(point ->
                        assertThat(point[1]).isCloseTo(first[1] + slope * (point[0] - first[0]), within(0.3)));
    }

    @Test
    void a_fallen_false_non_match_rate_is_drawn_lower() throws Exception {
        List<double[]> drawn = points(parse(plot("x", straightLine())));

        assertThat(drawn.getFirst()[0]).isLessThan(drawn.getLast()[0]);
        assertThat(drawn.getFirst()[1]).isLessThan(drawn.getLast()[1]);
    }

    @Test
    void the_curve_ends_where_an_error_was_never_seen() throws Exception {
        List<double[]> drawn = points(parse(plot(
                "x",
                List.of(
                        new DetPlot.Point(0, 0.3),
                        new DetPlot.Point(0.001, 0.2),
                        new DetPlot.Point(0.9, 0.1),
                        new DetPlot.Point(1, 0)))));

        assertThat(drawn).hasSize(2);
        assertThat(drawn.getLast()[0])
                .as("what lies beyond the right edge is drawn on it")
                .isEqualTo(690);
    }

    @Test
    void the_band_goes_out_along_its_upper_edge_and_back_along_its_lower_one() throws Exception {
        List<DetPlot.Band> band = List.of(new DetPlot.Band(0.001, 0.01, 0.03), new DetPlot.Band(0.01, 0.005, 0.02));
        Element drawn = elements(parse(plot("x", straightLine(), band)), "path").getFirst();

        assertThat(drawn.getAttribute("class")).isEqualTo("band");
        double[] heights = Arrays.stream(
                        drawn.getAttribute("d").substring(1).replace(" Z", "").split(" L"))
                .mapToDouble(point -> Double.parseDouble(point.split(",")[1]))
                .toArray();
        assertThat(heights).hasSize(4);
        assertThat(heights[0]).as("a higher rate is drawn higher").isLessThan(heights[1]);
        assertThat(heights[1]).isLessThan(heights[3]);
        assertThat(heights[3]).isLessThan(heights[2]);
    }

    @Test
    void a_million_thresholds_make_a_small_file() throws IOException {
        List<DetPlot.Point> curve = IntStream.rangeClosed(1, 1_000_000)
                .mapToObj(i -> new DetPlot.Point(i / 1e6, 1 - i / 1e6))
                .toList();

        assertThat(plot("x", curve)).hasSizeLessThan(200_000);
    }

    @Test
    void there_is_no_trade_off_without_both_kinds_of_comparison() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DetPlot("x", "y", List.of(), List.of(), List.of(), 0, 10))
                .withMessageContaining("of both kinds");
    }

    @Test
    void a_rate_is_written_without_needless_digits() {
        assertThat(Arrays.asList(DetPlot.percent(1e-6), DetPlot.percent(0.001), DetPlot.percent(0.4)))
                .containsExactly("0.0001 %", "0.1 %", "40 %");
    }

    /** Two normal distributions, four deviations apart. */
    private static List<DetPlot.Point> straightLine() {
        List<DetPlot.Point> curve = new ArrayList<>();
        for (double falseMatchRate = 2e-4; falseMatchRate < 0.5; falseMatchRate *= 1.2) {
            double deviate = -NormalDeviate.of(falseMatchRate) - 4;
            curve.add(new DetPlot.Point(falseMatchRate, cumulative(deviate)));
        }
        return curve;
    }

    /** The normal distribution function by Simpson's rule, independent of the code under test. */
    private static double cumulative(double deviate) {
        int steps = 2_000;
        double from = -9;
        double width = (deviate - from) / steps;
        double sum = 0;
        for (int i = 0; i <= steps; i++) {
            double x = from + i * width;
            double weight = i == 0 || i == steps ? 1 : i % 2 == 0 ? 2 : 4;
            sum += weight * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
        }
        return sum * width / 3;
    }

    private static String plot(String title, List<DetPlot.Point> curve) throws IOException {
        return plot(title, curve, List.of());
    }

    private static String plot(String title, List<DetPlot.Point> curve, List<DetPlot.Band> band) throws IOException {
        StringWriter out = new StringWriter();
        new DetPlot(title, "pairs.csv", curve, band, List.of(MARK), 10_000, 1_000_000).write(out);
        return out.toString();
    }

    private static Document parse(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<Element> elements(Document plot, String name) {
        NodeList found = plot.getElementsByTagNameNS("*", name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static List<String> texts(Document plot) {
        return elements(plot, "text").stream().map(Element::getTextContent).toList();
    }

    private static List<double[]> points(Document plot) {
        String path = elements(plot, "path").getFirst().getAttribute("d");
        return Arrays.stream(path.substring(1).split(" L"))
                .map(point -> Arrays.stream(point.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
    }
}
