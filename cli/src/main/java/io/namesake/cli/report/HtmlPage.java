package io.namesake.cli.report;

import java.util.List;

/**
 * A page in one file that loads nothing: neither scripts nor styles nor pictures from anywhere else, and says so to the browser. What is
 * given as text is text, whatever is in it.
 */
final class HtmlPage {

    private static final String HEAD = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <style>
            body { font: 16px/1.5 system-ui, sans-serif; color: #1a1a1a; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
            h1 { font-size: 1.6rem } h2 { font-size: 1.2rem; margin-top: 2.2rem }
            svg { max-width: 100%%; height: auto }
            .wide { overflow-x: auto }
            table { border-collapse: collapse; font-variant-numeric: tabular-nums }
            th, td { text-align: left; padding: .3rem .9rem .3rem 0; border-bottom: 1px solid #ddd; vertical-align: top }
            th { font-weight: 600 }
            figure { display: inline-block; margin: 0 1rem 1rem 0; max-width: 21rem }
            figure img { height: 150px; margin-right: 4px } figcaption { font-size: .85rem; overflow-wrap: anywhere }
            </style>
            </head>
            <body>
            """;

    private final StringBuilder page = new StringBuilder();

    HtmlPage(String title) {
        page.append(HEAD.formatted(escaped(title)));
        element("h1", title);
    }

    HtmlPage heading(String text) {
        return element("h2", text);
    }

    HtmlPage paragraph(String text) {
        return element("p", text);
    }

    /** A plot as {@link Svg} writes it, without the line that only a file of its own may begin with. */
    HtmlPage plot(String svg) {
        page.append("<div class=\"wide\">")
                .append(svg.substring(svg.indexOf("<svg")))
                .append("</div>\n");
        return this;
    }

    /** @param rows each with as many cells as the header */
    HtmlPage table(List<String> header, List<List<String>> rows) {
        page.append("<div class=\"wide\"><table>\n");
        row("th", header);
        rows.forEach(row -> row("td", row));
        page.append("</table></div>\n");
        return this;
    }

    /** Pictures side by side, each as a {@code data:} address. */
    HtmlPage figure(List<String> pictures, String caption) {
        page.append("<figure>");
        pictures.forEach(picture ->
                page.append("<img alt=\"\" src=\"").append(escaped(picture)).append("\">"));
        element("figcaption", caption);
        page.append("</figure>\n");
        return this;
    }

    /** The whole file. */
    String end() {
        return page + "</body>\n</html>\n";
    }

    private HtmlPage element(String name, String text) {
        page.append('<')
                .append(name)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(name)
                .append(">\n");
        return this;
    }

    private void row(String cell, List<String> texts) {
        page.append("<tr>");
        texts.forEach(text -> element(cell, text));
        page.append("</tr>\n");
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
