package io.namesake.remediation.internal;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ResourceLoader;

/** Finds the operator's policy on remediation: the setting {@code namesake.remediation.policy}, a file. */
@Configuration(proxyBeanMethods = false)
class RemediationConfiguration {
    private static final Logger log = LoggerFactory.getLogger(RemediationConfiguration.class);
    private static final String SHIPPED = "classpath:io/namesake/remediation/remediation.yaml";

    /** @throws IllegalStateException with line and column when the file is no policy: a server must not go by half of one */
    @Bean
    RemediationPolicy remediationPolicy(@Value("${namesake.remediation.policy:}") String named, ResourceLoader files) {
        var place = named.isBlank() ? SHIPPED : named.startsWith("classpath:") ? named : "file:" + named;
        try (var content = files.getResource(place).getInputStream()) {
            var policy = RemediationPolicy.parse(content.readAllBytes());
            log.info("The policy on remediation is {}", place);
            return policy;
        } catch (RemediationPolicy.Invalid wrong) {
            throw new IllegalStateException("namesake.remediation.policy: " + place + ", " + wrong.getMessage(), wrong);
        } catch (IOException e) {
            throw new IllegalStateException("namesake.remediation.policy: " + place + " can't be read", e);
        }
    }
}
