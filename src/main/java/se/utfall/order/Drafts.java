package se.utfall.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import se.utfall.audit.AuditEvent;
import se.utfall.audit.AuditTrail;
import se.utfall.notice.Messages;
import se.utfall.notice.Tasks;
import se.utfall.outcome.SourceRegister;
import se.utfall.store.ActingUser;

/** Orders that partners ask for. They lie apart from the orders, so that none of an order's steps can reach them. */
final class Drafts {
    static final String TASK = "DRAFT_TO_JUDGE";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<LinkedHashMap<String, List<String>>> NAMES = new TypeReference<>() {};
    private static final List<String> ONLY_OURS = List.of(
            "purpose",
            "legalBasis",
            "dpia",
            "contact",
            "deliveryMode",
            "population",
            "retention.disposeBy",
            "retention.decision");
    private static final String SELECT = "SELECT order_id, partner, partner_ref, sequence_no, purpose_text, decision,"
            + " variables, period_from, period_to, population_text, population_block, package_sha256, received_at"
            + " FROM order_draft WHERE state = 'DRAFT' ";
    private final Tasks tasks;
    private final AuditTrail audit;
    private final Clock clock;

    Drafts(Tasks tasks, AuditTrail audit, Clock clock) {
        this.tasks = tasks;
        this.audit = audit;
        this.clock = clock;
    }

    /** A new draft, or the new content of one that still waits under the partner's id. */
    OrderId propose(Handle handle, ProposedOrder proposed) {
        Optional<OrderId> waiting =
                waiting(handle, proposed.partner(), proposed.reference().value());
        OrderId id = waiting.orElseGet(() -> OrderTable.nextId(handle, proposed.partner(), year()));
        String sql = waiting.isPresent()
                ? "UPDATE order_draft SET sequence_no = :seq, purpose_text = :purpose, decision = :decision,"
                        + " variables = :variables, period_from = :from, period_to = :to, population_text = :text,"
                        + " population_block = :block, package_sha256 = :sha256, received_at = :at"
                        + " WHERE order_id = :id AND partner = :partner AND partner_ref = :ref"
                : "INSERT INTO order_draft (order_id, partner, partner_ref, sequence_no, state, purpose_text, decision,"
                        + " variables, period_from, period_to, population_text, population_block, package_sha256,"
                        + " received_at) VALUES (:id, :partner, :ref, :seq, 'DRAFT', :purpose, :decision, :variables,"
                        + " :from, :to, :text, :block, :sha256, :at)";
        bound(handle.createUpdate(sql), id, proposed).execute();
        tasks.raise(handle, "order", TASK, id.value());
        record(handle, ActingUser.HUB, "ORDER_DRAFTED", id, proposed.reference().value());
        return id;
    }

    private <S extends SqlStatement<S>> S bound(S statement, OrderId id, ProposedOrder proposed) {
        return statement
                .bind("id", id.value())
                .bind("partner", proposed.partner())
                .bind("ref", proposed.reference().value())
                .bind("seq", proposed.sequence())
                .bind("purpose", proposed.purposeText())
                .bind("decision", proposed.decision())
                .bind("variables", json(proposed.variables()))
                .bind("from", proposed.from().toString())
                .bind("to", proposed.to().toString())
                .bind("text", proposed.populationText())
                .bind("block", proposed.populationBlock())
                .bind("sha256", proposed.packageSha256())
                .bind("at", clock.millis());
    }

    List<DraftView> list(Handle handle) {
        return handle.createQuery(SELECT + "ORDER BY received_at, order_id")
                .map((rs, c) -> view(rs))
                .list();
    }

    Optional<DraftView> find(Handle handle, OrderId id) {
        return handle.createQuery(SELECT + "AND order_id = :id")
                .bind("id", id.value())
                .map((rs, c) -> view(rs))
                .findOne();
    }

    /** The id of the draft that an order with this reference completes; it is a draft no longer. */
    Optional<OrderId> complete(Handle handle, String partner, @Nullable String reference) {
        Optional<OrderId> waiting = reference == null ? Optional.empty() : waiting(handle, partner, reference);
        waiting.ifPresent(id -> leave(handle, id, "COMPLETED"));
        return waiting;
    }

    void decline(Handle handle, OrderId id, ActingUser by) {
        if (find(handle, id).isEmpty()) {
            throw new OrderRefusedException("NO_DRAFT", id.value());
        }
        leave(handle, id, "WITHDRAWN");
        record(handle, by, "ORDER_DRAFT_DECLINED", id, "");
    }

    private void leave(Handle handle, OrderId id, String state) {
        handle.createUpdate("UPDATE order_draft SET state = :state WHERE order_id = :id AND state = 'DRAFT'")
                .bind("state", state)
                .bind("id", id.value())
                .execute();
        tasks.resolve(handle, "order", TASK, id.value());
    }

    private static Optional<OrderId> waiting(Handle handle, String partner, String reference) {
        return handle.createQuery("SELECT order_id FROM order_draft"
                        + " WHERE state = 'DRAFT' AND partner = :partner AND partner_ref = :ref")
                .bind("partner", partner)
                .bind("ref", reference)
                .mapTo(String.class)
                .findOne()
                .map(OrderId::new);
    }

    private int year() {
        return LocalDate.ofInstant(clock.instant(), OrderPackage.STOCKHOLM).getYear();
    }

    private void record(Handle handle, ActingUser by, String action, OrderId id, String detail) {
        audit.record(handle, new AuditEvent(by, action, id.value(), 0, detail));
    }

    private static DraftView view(ResultSet rs) throws SQLException {
        DraftView.Terms terms = new DraftView.Terms(
                new OrderId(rs.getString("order_id")),
                rs.getString("partner"),
                rs.getString("partner_ref"),
                rs.getString("purpose_text"),
                rs.getString("decision"),
                names(rs.getString("variables")),
                YearMonth.parse(rs.getString("period_from")),
                YearMonth.parse(rs.getString("period_to")),
                rs.getString("population_text"),
                rs.getString("population_block"));
        return new DraftView(
                terms,
                OrderState.DRAFT,
                rs.getInt("sequence_no"),
                rs.getString("package_sha256"),
                Instant.ofEpochMilli(rs.getLong("received_at")),
                missing(terms));
    }

    private static List<String> missing(DraftView.Terms terms) {
        List<String> missing = new ArrayList<>(ONLY_OURS);
        terms.variables().forEach((register, names) -> {
            List<String> known =
                    SourceRegister.find(register).map(KnownVariables::of).orElse(List.of());
            for (String name : names) {
                if (!known.contains(name)) {
                    String code = KnownVariables.disability(name) ? "DISABILITY" : "VARIABLE";
                    missing.add("registers." + register + " " + name + ": "
                            + Messages.text(Messages.SWEDISH, "order", "draft." + code));
                }
            }
        });
        return missing;
    }

    private static String json(Map<String, List<String>> names) {
        try {
            return JSON.writeValueAsString(names);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, List<String>> names(String json) {
        try {
            return JSON.readValue(json, NAMES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
