package io.namesake.problem;

import io.namesake.language.Language;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/** What the {@code type} links of problems open: a page for each kind of error, and a list of all (RFC 9457, section 3.1.1). */
@RestController
@Hidden
class ProblemPages {
    private static final String HTML = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8";

    private final JsonMapper json;

    ProblemPages(JsonMapper json) {
        this.json = json;
    }

    @GetMapping(path = "/problems", produces = HTML)
    String all(@RequestParam(required = false) @Nullable String lang, Locale locale) {
        var language = language(lang, locale);
        var words = words(language);
        var rows = Arrays.stream(ProblemType.values())
                .map(type -> "<tr><td><a href=\"%s?lang=%s\"><code>%s</code></a></td><td>%d</td><td>%s</td></tr>"
                        .formatted(
                                type.uri(),
                                language.tag(),
                                type.slug(),
                                type.status().value(),
                                escaped(body(type, language).getTitle())))
                .collect(Collectors.joining("\n"));
        return page(
                language,
                "/problems",
                words.getString("all"),
                "<p>%s</p>%n<table>%n<thead><tr><th>%s</th><th>HTTP</th><th>%s</th></tr></thead>%n<tbody>%n%s%n</tbody>%n</table>"
                        .formatted(
                                escaped(words.getString("about")),
                                escaped(words.getString("code")),
                                escaped(words.getString("meaning")),
                                rows));
    }

    @GetMapping(path = "/problems/{slug:[a-z-]+}", produces = HTML)
    String one(@PathVariable String slug, @RequestParam(required = false) @Nullable String lang, Locale locale) {
        var type = Arrays.stream(ProblemType.values())
                .filter(each -> each.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND));
        var language = language(lang, locale);
        var words = words(language);
        var body = body(type, language);
        var example = json.writerWithDefaultPrettyPrinter().writeValueAsString(body);
        return page(language, type.uri().toString(), body.getTitle(), """
                <dl>
                <dt>%s</dt><dd><code>%s</code></dd>
                <dt>HTTP</dt><dd>%d %s</dd>
                <dt>%s</dt><dd>%s</dd>
                </dl>
                <h2>%s</h2>
                <pre tabindex="0">%s</pre>
                <p><a href="/problems?lang=%s">%s</a></p>""".formatted(
                        escaped(words.getString("code")),
                        slug,
                        type.status().value(),
                        type.status().getReasonPhrase(),
                        escaped(words.getString("next")),
                        escaped(String.valueOf(body.getProperties().get("nextStep"))),
                        escaped(words.getString("example")),
                        escaped(example),
                        language.tag(),
                        escaped(words.getString("all"))));
    }

    @GetMapping(path = "/problems/problems.css", produces = "text/css")
    Resource style() {
        return new ClassPathResource("problems.css", ProblemPages.class);
    }

    private static ProblemDetail body(ProblemType type, Language language) {
        return ProblemAnswer.body(type, null, Locale.forLanguageTag(language.tag()));
    }

    private static ResourceBundle words(Language language) {
        return language.texts("io.namesake.problem.pages");
    }

    private static Language language(@Nullable String wanted, Locale browser) {
        var tag = wanted == null ? browser.getLanguage() : wanted;
        return tag.startsWith("zh") ? Language.CHINESE : Language.ENGLISH;
    }

    private static String page(Language language, String address, @Nullable String title, String content) {
        var other = language == Language.CHINESE ? Language.ENGLISH : Language.CHINESE;
        return """
                <!doctype html>
                <html lang="%1$s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%2$s - Namesake</title>
                <link rel="icon" href="/favicon.svg">
                <link rel="stylesheet" href="/problems/problems.css">
                </head>
                <body>
                <main>
                <p class="language"><a lang="%3$s" hreflang="%3$s" href="%4$s?lang=%3$s">%5$s</a></p>
                <h1>%2$s</h1>
                %6$s
                </main>
                </body>
                </html>
                """.formatted(
                        language.tag(),
                        escaped(title),
                        other.tag(),
                        address,
                        other == Language.CHINESE ? "中文" : "English",
                        content);
    }

    private static String escaped(@Nullable String text) {
        return text == null ? "" : HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
