package se.utfall.flow;

import se.utfall.audit.AuditTrail;
import se.utfall.dataset.Datasets;
import se.utfall.exchange.Exchange;
import se.utfall.intake.Intake;
import se.utfall.linkage.Linkage;
import se.utfall.notice.Tasks;
import se.utfall.order.Orders;
import se.utfall.publish.Publishing;
import se.utfall.register.Register;
import se.utfall.retention.Retention;
import se.utfall.store.Database;
import se.utfall.store.WorkArea;

/** The doors of all rooms, built by {@code Utfall}; what windows and routes are given. */
public record Rooms(
        Database database,
        WorkArea workArea,
        Tasks tasks,
        AuditTrail audit,
        Register register,
        Intake intake,
        Orders orders,
        Exchange exchange,
        Linkage linkage,
        Publishing publishing,
        Datasets datasets,
        Retention retention) {}
