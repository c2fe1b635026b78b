package io.namesake.cli.page;

import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Set;

/**
 * Writes one HTML 5 page, drawings in SVG included. Whatever text or attribute it is given is escaped, so names of files may contain anything. It
 * asks the reader's browser to load nothing from anywhere (Content-Security-Policy).
 */
public final class Html {
    private static final Set<String> VOID = Set.of("meta", "img", "br", "hr");

    private final StringBuilder page = new StringBuilder(100_000);
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Begins the page and its body.
     *
     * @param title of the page
     * @param style CSS; not escaped, so not from outside
     */
    public Html(String title, String style) {
        page.append("<!DOCTYPE html>\n");
        open("html", "lang", "en").open("head");
        open("meta", "charset", "utf-8");
        open(
                "meta",
                "http-equiv",
                "Content-Security-Policy",
                "content",
                "default-src 'none'; img-src data:; style-src 'unsafe-inline'");
        open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        element("title", title);
        open("style");
        page.append(style);
        close().close().open("body");
    }

    /**
     * Begins an element.
     *
     * @param attributes names and values in turn
     */
    public Html open(String tag, String... attributes) {
        if (attributes.length % 2 != 0) {
            throw new IllegalArgumentException("an attribute of " + tag + " has no value");
        }
        page.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            page.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escaped(attributes[i + 1]))
                    .append('"');
        }
        page.append('>');
        if (!VOID.contains(tag)) {
            open.push(tag);
        }
        return this;
    }

    /** Ends the element that was begun last. */
    public Html close() {
        page.append("</").append(open.pop()).append(">\n");
        return this;
    }

    public Html text(String text) {
        page.append(escaped(text));
        return this;
    }

    /** An element with nothing but text in it. */
    public Html element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** A row of a table. */
    public Html row(String... cells) {
        open("tr");
        for (String text : cells) {
            element("td", text);
        }
        return close();
    }

    /** The first row of a table, in bold. */
    public Html head(String... cells) {
        open("tr");
        for (String text : cells) {
            element("th", text, "scope", "col");
        }
        return close();
    }

    /** A picture that lies in the page itself. */
    public Html png(byte[] png, int width, int height, String description) {
        return open(
                "img",
                "src",
                "data:image/png;base64," + Base64.getEncoder().encodeToString(png),
                "width",
                Integer.toString(width),
                "height",
                Integer.toString(height),
                "alt",
                description);
    }

    /** A plot in SVG, without the line that only a file of its own may begin with. Not escaped, so not from outside. */
    public Html svg(String svg) {
        page.append(svg, svg.indexOf("<svg"), svg.length());
        return this;
    }

    /** Ends whatever is open. */
    public String end() {
        while (!open.isEmpty()) {
            close();
        }
        return page.toString();
    }

    private static String escaped(String text) {
        // Attributes stand in double quotes only, so a single one may stay.
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
