package se.utfall;

import java.nio.file.Path;
import se.utfall.console.ConsoleSettings;
import se.utfall.dataset.DatasetSettings;
import se.utfall.exchange.ExchangeSettings;
import se.utfall.flow.FlowSettings;
import se.utfall.intake.IntakeSettings;
import se.utfall.keys.KeySettings;
import se.utfall.linkage.LinkageSettings;
import se.utfall.order.OrderSettings;
import se.utfall.publish.BrokerSettings;
import se.utfall.retention.RetentionSettings;
import se.utfall.retention.backup.BackupPlaces;
import se.utfall.store.StoreSettings;

/** Every room's settings, read and checked together by {@link SettingsFile}. */
record Settings(
        Path data,
        StoreSettings store,
        Path work,
        KeySettings keys,
        IntakeSettings intake,
        OrderSettings order,
        ExchangeSettings exchange,
        LinkageSettings linkage,
        BrokerSettings broker,
        DatasetSettings dataset,
        RetentionSettings retention,
        BackupPlaces backup,
        ConsoleSettings console,
        FlowSettings flow) {}
