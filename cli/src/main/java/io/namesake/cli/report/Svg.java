package io.namesake.cli.report;

import java.io.Writer;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the few shapes that a plot needs as SVG 1.1; lengths are in pixels, the origin is the upper left corner. */
final class Svg implements AutoCloseable {

    private static final String NAMESPACE = "http://www.w3.org/2000/svg";
    private static final String STYLE = """

            text { font: 12px system-ui, sans-serif; fill: #333 }
            .title { font-size: 17px; font-weight: 600; fill: #111 }
            .axis { font-size: 13px }
            .mark { font-weight: 600; fill: #0b4f8a; stroke: #fff; stroke-width: 3px; paint-order: stroke }
            .note, .tick { fill: #555 }
            .middle { text-anchor: middle }
            .end { text-anchor: end }
            .grid { stroke: #e2e2e2 }
            .frame { stroke: #777; fill: none }
            .equal { stroke: #aaa; stroke-dasharray: 4 4 }
            .curve { stroke: #1769aa; stroke-width: 2; fill: none; stroke-linejoin: round }
            .band { fill: #1769aa; fill-opacity: .15; stroke: none }
            .genuine { fill: #1769aa; fill-opacity: .35; stroke: #1769aa }
            .impostor { fill: #b25c00; fill-opacity: .3; stroke: #b25c00 }
            .genuine-name { fill: #0b4f8a; font-weight: 600 }
            .impostor-name { fill: #8a4700; font-weight: 600 }
            .threshold { stroke: #111; stroke-dasharray: 5 3 }
            .interval { stroke: #1769aa; stroke-width: 3; stroke-opacity: .4 }
            circle { fill: #0b4f8a }
            """;

    private final XMLStreamWriter xml;

    Svg(Writer out, int width, int height, String title) throws XMLStreamException {
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("svg");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeAttribute("viewBox", "0 0 " + width + " " + height);
        xml.writeAttribute("width", Integer.toString(width));
        xml.writeAttribute("height", Integer.toString(height));
        xml.writeAttribute("role", "img");
        element("title", title);
        element("style", STYLE);
        xml.writeEmptyElement("rect");
        xml.writeAttribute("width", "100%");
        xml.writeAttribute("height", "100%");
        xml.writeAttribute("fill", "#fff");
    }

    void line(double fromX, double fromY, double toX, double toY, String style) throws XMLStreamException {
        shape("line", style);
        place("x1", fromX);
        place("y1", fromY);
        place("x2", toX);
        place("y2", toY);
    }

    void frame(double x, double y, double width, double height) throws XMLStreamException {
        shape("rect", "frame");
        place("x", x);
        place("y", y);
        place("width", width);
        place("height", height);
    }

    void circle(double x, double y, double radius) throws XMLStreamException {
        xml.writeEmptyElement("circle");
        place("cx", x);
        place("cy", y);
        place("r", radius);
    }

    void path(String data, String style) throws XMLStreamException {
        shape("path", style);
        xml.writeAttribute("d", data);
    }

    /** A line of any colour, for plots of several curves. */
    void coloured(String data, String colour, boolean dashed) throws XMLStreamException {
        xml.writeEmptyElement("path");
        xml.writeAttribute("d", data);
        xml.writeAttribute("fill", "none");
        xml.writeAttribute("stroke", colour);
        xml.writeAttribute("stroke-width", "2");
        xml.writeAttribute("stroke-dasharray", dashed ? "6 4" : "none");
    }

    void text(double x, double y, String style, String text) throws XMLStreamException {
        xml.writeStartElement("text");
        xml.writeAttribute("class", style);
        place("x", x);
        place("y", y);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    /** Text that reads from the bottom up, centred on a point. */
    void textUpwards(double x, double y, String style, String text) throws XMLStreamException {
        xml.writeStartElement("text");
        xml.writeAttribute("class", style);
        xml.writeAttribute("transform", String.format(Locale.ROOT, "translate(%.1f %.1f) rotate(-90)", x, y));
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    @Override
    public void close() throws XMLStreamException {
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.flush();
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private void shape(String name, String style) throws XMLStreamException {
        xml.writeEmptyElement(name);
        xml.writeAttribute("class", style);
    }

    private void place(String name, double pixels) throws XMLStreamException {
        xml.writeAttribute(name, String.format(Locale.ROOT, "%.1f", pixels));
    }
}
