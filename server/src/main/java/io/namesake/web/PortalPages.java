package io.namesake.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/**
 * The portal's files, out of its jar. The addresses that people open all give its one page, whose script knows which of
 * them it is; everything else that is unknown stays a problem.
 */
@Configuration(proxyBeanMethods = false)
class PortalPages implements WebMvcConfigurer {
    private static final String FILES = "classpath:/static/";
    private static final String PAGE = "forward:/index.html";
    private static final List<String> ADDRESSES = List.of(
            "/operator",
            "/my-lines",
            "/agree",
            "/hearing",
            "/transfer",
            "/notice",
            "/staff",
            "/staff/invitation",
            "/audit",
            "/retention",
            "/transparency");

    private final boolean sandbox;

    /** @param sandbox whether every page is to say that it is a sandbox's */
    PortalPages(@Value("${namesake.sandbox.enabled:false}") boolean sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public void addViewControllers(ViewControllerRegistry views) {
        views.addViewController("/").setViewName(PAGE);
        for (var address : ADDRESSES) {
            views.addViewController(address).setViewName(PAGE);
        }
        views.addViewController("/apply/{*application}").setViewName(PAGE);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry files) {
        // Their names change with their content.
        files.addResourceHandler("/assets/**")
                .addResourceLocations(FILES + "assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        var page = files.addResourceHandler("/index.html", "/favicon.svg")
                .addResourceLocations(FILES)
                .setCacheControl(CacheControl.noCache());
        if (sandbox) {
            page.resourceChain(true).addTransformer(PortalPages::inSandbox);
        }
    }

    /** The portal shows a banner where it finds this. */
    private static Resource inSandbox(HttpServletRequest request, Resource file, ResourceTransformerChain chain)
            throws IOException {
        var given = chain.transform(request, file);
        if (!"index.html".equals(given.getFilename())) {
            return given;
        }
        var html = given.getContentAsString(StandardCharsets.UTF_8);
        return new TransformedResource(
                given,
                html.replace("<head>", "<head><meta name=\"namesake-sandbox\" content=\"true\" />")
                        .getBytes(StandardCharsets.UTF_8));
    }
}
