package io.namesake.remediation.internal;

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

    @Bean
    RemediationPolicy remediationPolicy(@Value("${namesake.remediation.policy:}") String named, ResourceLoader files) {
        var place = named.isBlank() ? SHIPPED : named;
        var policy = RemediationPolicy.read(files, "namesake.remediation.policy", place);
        log.info("The policy on remediation is {}", place);
        return policy;
    }
}
