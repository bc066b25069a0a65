package se.utfall.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.utfall.intake.FileActRefusedException.Code;
import se.utfall.notice.Reference;
import se.utfall.store.ActingUser;

/** What people decide about files: each decision is one transaction with its task, its step and its trace, and holds only while the file still waits for it. */
final class Deciding {
    private static final Logger LOG = LoggerFactory.getLogger(Deciding.class);
    private final House house;
    private final JdbcDecisions decisions;
    private final Ledger ledger;
    private final Opening opening;

    /** Who decides what, and why. */
    record Decision(String fileId, FileAct act, FileReason reason, Reference reference, ActingUser by) {
        String detail() {
            return "file " + fileId + " " + reference.after(reason);
        }
    }

    Deciding(House house) {
        this.house = house;
        this.decisions = house.decisions();
        this.ledger = house.ledger();
        this.opening = new Opening(house);
    }

    void decide(Decision decision) {
        if (!decision.by.roles().contains("operate")) {
            throw new FileActRefusedException(Code.ROLE);
        }
        if (!decision.act.reasons().contains(decision.reason)) {
            throw new FileActRefusedException(Code.REASON);
        }
        StandingFile file =
                decisions.find(decision.fileId).orElseThrow(() -> new FileActRefusedException(Code.UNKNOWN));
        switch (decision.act) {
            case RELEASE -> release(decision, file);
            case REJECT -> reject(decision, file);
            case CONFIRM_REMOVAL -> remove(decision, file);
            case KEEP -> keep(decision, file);
        }
        LOG.info("file {} of {}: {} by a person", file.id(), file.source(), decision.act);
    }

    private void release(Decision decision, StandingFile file) {
        if (file.quarantined() && !file.acts().contains(FileAct.RELEASE)) {
            throw new FileActRefusedException(Code.NEVER);
        }
        house.database().useTransaction(h -> {
            if (decisions.otherAccepted(h, file)) {
                throw new FileActRefusedException(Code.NAME_HELD);
            }
            held(decisions.release(h, file.id(), FileFault.FOR_MANGA_FEL.name().equals(file.code())));
            house.findings().forgetSetAside(h, file.id());
            settle(h, decision, file, FileStep.Kind.RELEASED, "FILE_RELEASED", 0);
        });
    }

    private void reject(Decision decision, StandingFile file) {
        house.database().useTransaction(h -> {
            held(decisions.reject(h, file.id()));
            settle(h, decision, file, FileStep.Kind.REJECTED, "FILE_REJECTED", 0);
        });
    }

    /** A removal that the source has confirmed takes what is absent now: rows that came later are newer than the file and stay. */
    private void remove(Decision decision, StandingFile file) {
        StoredFile stored = house.files().get(file.id());
        Set<String> named = file.absence() == Absence.MANY ? named(stored) : Set.of();
        house.database().useTransaction(h -> {
            held(decisions.absence(h, file.id(), Absence.MANY, Absence.CONFIRMED));
            int removed = house.facts().removeAbsent(h, stored.type(), stored.extractedAt(), named);
            house.findings().forget(h, file.id(), FlagCode.FULL_INGET_BORTTAGET);
            ledger.note(h, file.id(), List.of(Noted.note("", FlagCode.FULL_BORTTAGNA.name(), removed)));
            settle(h, decision, file, FileStep.Kind.REMOVAL_CONFIRMED, "FILE_REMOVAL_CONFIRMED", removed);
        });
    }

    private void keep(Decision decision, StandingFile file) {
        house.database().useTransaction(h -> {
            boolean waited = decisions.absence(h, file.id(), Absence.MANY, Absence.KEPT)
                    || decisions.absence(h, file.id(), Absence.UNREADABLE, Absence.KEPT);
            held(waited);
            settle(h, decision, file, FileStep.Kind.REMOVAL_DECLINED, "FILE_REMOVAL_DECLINED", 0);
        });
    }

    private Set<String> named(StoredFile file) {
        try {
            Named named = opening.named(file);
            if (named.unreadable()) {
                throw new FileActRefusedException(Code.NOT_NOW);
            }
            return named.keys();
        } catch (FileRefusedException | IOException | UncheckedIOException e) {
            throw new FileActRefusedException(Code.UNREADABLE);
        }
    }

    private void settle(
            Handle handle, Decision decision, StandingFile file, FileStep.Kind step, String action, long count) {
        house.steps().add(handle, file.id(), step, decision.by.name(), decision.reference.after(decision.reason));
        ledger.trail(handle, decision.by, action, file.name(), count, decision.detail());
        ledger.settled(handle, file.source(), file.name(), decisions.waiting(handle, file.source(), file.name()));
    }

    private static void held(boolean waited) {
        if (!waited) {
            throw new FileActRefusedException(Code.NOT_NOW);
        }
    }
}
