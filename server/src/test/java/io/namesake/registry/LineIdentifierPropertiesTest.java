package io.namesake.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LineIdentifierPropertiesTest {

    @Property
    void what_is_in_its_one_form_stays_as_it_is(@ForAll("lineLike") String text, @ForAll Service service) {
        LineIdentifier parsed;
        try {
            parsed = LineIdentifier.parse(service, text);
        } catch (LineInvalid e) {
            return;
        }
        assertThat(LineIdentifier.parse(service, parsed.value())).isEqualTo(parsed);
        assertThat(parsed.value().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(253);
    }

    @Property
    void no_text_does_anything_but_parse_or_be_refused(@ForAll String text, @ForAll Service service) {
        try {
            assertThat(LineIdentifier.parse(service, text).service()).isEqualTo(service);
        } catch (LineInvalid e) {
            assertThat(e.reason()).isNotNull();
        }
    }

    @Provide
    Arbitrary<String> lineLike() {
        var label = Arbitraries.oneOf(
                Arbitraries.strings().alpha().numeric().withChars('-', '+', '!').ofMaxLength(8),
                Arbitraries.strings().withCharRange('\u00c0', '\u0587').ofMaxLength(4),
                Arbitraries.of("\u0130", "\u1e9e", "e\u0301", "\u03a3", "\u5bbd\u5e26", "\ud835\udc00"));
        var account = label.list()
                .ofSize(3)
                .map((List<String> parts) -> parts.get(0) + "@" + parts.get(1) + "." + parts.get(2));
        var number = Arbitraries.of("86138", "8610", "44 7911 ", "1 (202) ", "49-30-")
                .flatMap(code -> Arbitraries.strings().numeric().ofMaxLength(9).map(digits -> "+" + code + digits));
        return Arbitraries.oneOf(account, number);
    }
}
