package io.namesake.reading.internal;

import io.micrometer.core.instrument.MeterRegistry;
import io.namesake.document.chip.ChipReader;
import io.namesake.document.chip.Profile;
import io.namesake.document.print.FaceFinder;
import io.namesake.document.print.PrintedDocumentReader;
import io.namesake.document.trust.TrustedAuthority;
import io.namesake.document.wallet.StatusListReader;
import io.namesake.document.wallet.WalletTrust;
import io.namesake.net.OutboundRules;
import io.namesake.reading.DocumentReadings;
import io.namesake.reading.WalletAuthority;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The readers, with whom they believe. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ReadingSettings.class, WalletTrustSettings.class})
class ReadingConfiguration {

    /**
     * One page on one thread: the pool has as many threads as the machine. The first page that is read waits half a second for the networks; a
     * deployment that reads none does without them. Whoever finds faces is lent by the module that compares them.
     */
    @Lazy
    @Bean(destroyMethod = "close")
    PrintedDocumentReader printedDocumentReader(Clock clock, ObjectProvider<FaceFinder> faces) {
        return PrintedDocumentReader.open(1, clock, faces.getIfAvailable(() -> FaceFinder.NONE));
    }

    @Bean
    WalletTrust walletTrust(WalletTrustSettings settings, ObjectProvider<WalletAuthority> more, Clock clock) {
        var authorities = more.stream().map(WalletAuthority::authority).toList();
        return WalletReadings.trust(settings, authorities, clock);
    }

    @Bean
    WalletReadings walletReadings(WalletTrust trust, Clock clock) {
        return new WalletReadings(trust, clock);
    }

    @Bean
    StatusLists statusLists(WalletTrust trust, OutboundRules rules, MeterRegistry metrics, Clock clock) {
        return new StatusLists(new StatusListReader(trust, clock), rules, metrics, clock);
    }

    @Bean
    DocumentReadings documentReadings(
            ReadingSettings settings,
            ObjectProvider<PrintedDocumentReader> pages,
            WalletReadings wallets,
            StatusLists statuses,
            @Value("${namesake.data-dir}") Path data,
            ObjectProvider<TrustedAuthority> more,
            Clock clock) {
        var trust =
                Trust.read(settings, data.resolve("trust.json"), more.stream().toList());
        var profile = settings.relaxed() ? Profile.RELAXED : Profile.STRICT;
        var chips = new ChipReader(trust.store(), trust.revocations(), profile, clock);
        return new TrustingReadings(chips, pages::getObject, wallets, statuses, settings.specimens());
    }
}
