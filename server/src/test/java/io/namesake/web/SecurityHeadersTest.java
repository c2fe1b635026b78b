package io.namesake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Where people come by HTTPS, browsers are told to come by nothing else. */
class SecurityHeadersTest {

    @ParameterizedTest
    @CsvSource({
        "https://namesake.example, false, max-age=63072000", // HTTPS ends at a proxy
        "https://namesake.example, true, max-age=63072000",
        "http://localhost:8080, true, max-age=63072000",
        "http://localhost:8080, false,"
    })
    void browsers_remember_that_this_is_https(String publicUrl, boolean secure, String told) throws Exception {
        var request = new MockHttpServletRequest();
        request.setSecure(secure);
        var response = new MockHttpServletResponse();
        new SecurityHeaders(URI.create(publicUrl)).doFilter(request, response, new MockFilterChain());
        assertThat(response.getHeader("Strict-Transport-Security")).isEqualTo(told);
    }
}
