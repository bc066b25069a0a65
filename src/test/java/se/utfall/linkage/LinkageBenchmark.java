package se.utfall.linkage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Enumeration;
import java.util.Locale;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.utfall.exchange.PackageName;
import se.utfall.exchange.Provisional;
import se.utfall.exchange.ReceivedPackage;
import se.utfall.linkage.LinkageFixture.Draft;
import se.utfall.outcome.OutcomeCodec;

/** Links a BAS and an EKB table of persons x 24 months made at run time, then makes and encodes every record; prints rows per second and memory. */
public final class LinkageBenchmark {
    private static final Logger LOG = LoggerFactory.getLogger(LinkageBenchmark.class);
    private static final int MONTHS = 24;
    private static final int PERSONS = 100_000;

    private LinkageBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("linkage-benchmark");
        try (LinkageFixture fixture = new LinkageFixture(folder)) {
            fixture.from = YearMonth.of(2024, 7);
            fixture.population = Population.of(PERSONS);
            long rows = (long) PERSONS * MONTHS;
            limit(rows);
            long start = System.nanoTime();
            link(fixture);
            report("linked and sealed (two tables)", 2 * rows, start);
            start = System.nanoTime();
            report("records made and encoded", encode(fixture), start);
        } finally {
            DeliveryFiles.destroy(folder);
        }
    }

    private static void link(LinkageFixture fixture) {
        Draft draft = LinkageFixture.delivery(1)
                .table("BAS", "PREL", "2024-07", "2026-06", LinkageFixture.BAS_HEADER)
                .table("EKB", "PREL", "2024-07", "2026-06", LinkageFixture.EKB_HEADER);
        draft.files.forEach(f -> ((ObjectNode) f).put("rader", PERSONS * MONTHS));
        PackageName name = new PackageName(LinkageFixture.ORDER, PackageName.Kind.LEVERANS, 1);
        ReceivedPackage received = new ReceivedPackage("in-1", "SCB", name, Path.of("x"), "0".repeat(64));
        Provisional provisional = fixture.reading().read(received, draft.manifest, reader -> {
            reader.read("bas0.csv", table(LinkageFixture.BAS_HEADER, p -> ";" + (1 + p % 6) + ";N\n"));
            reader.read("ekb1.csv", table(LinkageFixture.EKB_HEADER, p -> ";J;" + (3_000 + p % 9_000) + "\n"));
        });
        fixture.database.useTransaction(provisional::commit);
    }

    private static long encode(LinkageFixture fixture) {
        OutcomeCodec codec = new OutcomeCodec();
        long records = 0;
        long bytes = 0;
        try (RecordStream stream = fixture.records().of(LinkageFixture.id(1))) {
            for (LinkedRecord next = stream.next(); next != null; next = stream.next()) {
                bytes += codec.binary(next.record()).length;
                records++;
            }
        }
        LOG.info("{} bytes per record", bytes / records);
        return records;
    }

    /** The limit: making the rows and finding their fields, nothing else. */
    private static void limit(long rows) throws IOException {
        long start = System.nanoTime();
        RowScanner scanner =
                new RowScanner(table(LinkageFixture.BAS_HEADER, p -> ";" + (1 + p % 6) + ";N\n"), "bas.csv");
        while (scanner.next()) {
            if (scanner.fields() != 4) {
                throw new IllegalStateException("fields");
            }
        }
        report("limit: made and scanned", rows, start);
    }

    private static InputStream table(String header, IntFunction<String> rest) {
        InputStream head = new ByteArrayInputStream(header.getBytes(StandardCharsets.UTF_8));
        return new SequenceInputStream(head, new SequenceInputStream(new Rows(rest)));
    }

    /** One person's rows at a time, as the only stream of streams in the platform wants them. */
    @SuppressWarnings("JdkObsolete")
    private static final class Rows implements Enumeration<InputStream> {
        private final IntFunction<String> rest;
        private int person;

        Rows(IntFunction<String> rest) {
            this.rest = rest;
        }

        @Override
        public boolean hasMoreElements() {
            return person < PERSONS;
        }

        @Override
        public InputStream nextElement() {
            StringBuilder text = new StringBuilder(MONTHS * 24);
            person++;
            for (int i = 0; i < MONTHS; i++) {
                text.append(person)
                        .append(';')
                        .append(YearMonth.of(2024, 7).plusMonths(i))
                        .append(rest.apply(person + i));
            }
            return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void report(String stage, long rows, long start) {
        double seconds = (System.nanoTime() - start) / 1e9;
        Runtime runtime = Runtime.getRuntime();
        LOG.info(
                "{}: {} rows in {} s, {} rows/s, {} MB in use",
                stage,
                rows,
                String.format(Locale.ROOT, "%.1f", seconds),
                Math.round(rows / seconds),
                (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }
}
