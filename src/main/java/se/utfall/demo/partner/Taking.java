package se.utfall.demo.partner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Takes whole files from {@code /in}, once each: copied as they came, opened, judged, marked. */
final class Taking {
    private final PartnerSettings settings;
    private final Inbox inbox;
    private final Archive archive;
    private final Opening opening;
    private final Judging judging;
    private final Marks marks;

    Taking(PartnerSettings settings, Inbox inbox, Archive archive, Opening opening, Judging judging, Marks marks) {
        this.settings = settings;
        this.inbox = inbox;
        this.archive = archive;
        this.opening = opening;
        this.judging = judging;
        this.marks = marks;
    }

    void takeWhole() throws IOException {
        for (Look look : inbox.whole()) {
            Optional<PackageId> id = PackageId.parse(look.name());
            if (id.isEmpty()) {
                String named = Durable.sha256(look.name().getBytes(StandardCharsets.UTF_8));
                alarm("NAMN", "okand", named);
                inbox.handled(look);
            } else if (id.get().kind() != Kind.ATERKALLELSE
                    || !inbox.awaitsOrder(id.get().order())) {
                take(look, id.get());
            }
        }
    }

    private void take(Look look, PackageId id) throws IOException {
        Path copy = archive.copy(look);
        if (Files.size(copy) != look.size()) {
            return;
        }
        String sha256 = Durable.sha256(copy);
        Optional<Taken> earlier = marks.findTaken(look.name());
        if (earlier.isEmpty()) {
            judge(copy, id, sha256);
        } else if (!earlier.get().sha256().equals(sha256)) {
            alarm("SAMMA_NAMN", look.name(), sha256);
        }
        Files.deleteIfExists(copy);
        inbox.handled(look);
    }

    /** What is not provably the hub's is set aside without an answer and without a claim to its name. */
    private void judge(Path copy, PackageId id, String sha256) throws IOException {
        Instant now = settings.clock().instant();
        Judging.Verdict verdict;
        try {
            verdict = judging.judge(id, opening.open(copy, now), now);
        } catch (UnverifiedException e) {
            alarm(e.code(), id.fileName(), sha256);
            return;
        }
        archive.keep(copy, id.fileName());
        marks.take(new Taken(
                id.fileName(),
                sha256,
                now.toString(),
                verdict.verdict(),
                verdict.reason(),
                verdict.about(),
                verdict.told()));
        report(id, sha256, verdict);
    }

    private void report(PackageId id, String sha256, Judging.Verdict verdict) throws IOException {
        settings.news().accept(id.fileName() + ": " + verdict.verdict() + " " + verdict.reason());
        if (verdict.verdict().equals(Taken.INVALID)) {
            alarm(verdict.reason().split(":", -1)[0], id.fileName(), sha256);
        }
        PackageId before = new PackageId(id.order(), id.kind(), id.sequence() - 1);
        if (id.sequence() > 1 && marks.findTaken(before.fileName()).isEmpty()) {
            alarm("GLAPP", id.fileName(), sha256);
        }
    }

    private void alarm(String code, String file, String sha256) throws IOException {
        if (marks.alarm(new Marks.Alarm(code, file, sha256))) {
            settings.news().accept(file + ": " + code);
        }
    }
}
