package io.namesake.web;

import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

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
        files.addResourceHandler("/index.html", "/favicon.svg")
                .addResourceLocations(FILES)
                .setCacheControl(CacheControl.noCache());
    }
}
