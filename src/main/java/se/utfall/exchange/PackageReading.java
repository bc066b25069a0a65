package se.utfall.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reads a package's zip: manifest first, then exactly the files it lists, each counted and hashed on its way to the reader. Knows nothing of who signed it. */
final class PackageReading {
    private final ReceivedPackage received;
    private final String self;
    private final Predicate<PackageName> answered;
    private final ZipReading zip;

    /** @param answered whether a package of this partner and name was accepted or refused before */
    PackageReading(
            ReceivedPackage received,
            String self,
            Predicate<PackageName> answered,
            InputStream content,
            Limits limits) {
        this.received = received;
        this.self = self;
        this.answered = answered;
        this.zip = new ZipReading(content, limits);
    }

    /** Gives what the reader made of it, once all of the zip was read and agrees with the manifest. */
    <T> T read(Function<OpenedPackage, T> reader, Discard<T> discard) throws IOException {
        PackageManifest manifest = manifest();
        ListedFiles files = new ListedFiles(manifest);
        T made = reader.apply(new OpenedPackage(received, manifest.json(), files::each));
        try {
            files.finish();
            return made;
        } catch (IOException | RuntimeException | Error e) {
            discard.of(made);
            throw e;
        }
    }

    /** Takes back what a reader made. */
    @FunctionalInterface
    interface Discard<T> {
        void of(T made);
    }

    private PackageManifest manifest() throws IOException {
        ZipReading.Entry first = zip.next().orElseThrow(Fault.MANIFEST_SAKNAS::refusal);
        if (!first.name().equals(PackageManifest.NAME)) {
            throw Fault.MANIFEST_SAKNAS.refusal();
        }
        PackageManifest manifest = PackageManifest.read(first.content());
        manifest.requireBetween(received.partner(), self);
        PackageName name = manifest.name();
        if (!name.equals(received.name())) {
            throw answered.test(name) ? Fault.REPRIS.refusal(name.fileName()) : Fault.MANIFEST_NAMN.refusal(name.fileName());
        }
        return manifest;
    }

    /** The listed files in zip order. */
    private final class ListedFiles {
        private final PackageManifest manifest;
        private final Set<String> read = new HashSet<>();
        private boolean given;

        ListedFiles(PackageManifest manifest) {
            this.manifest = manifest;
        }

        void each(OpenedPackage.FileReader reader) throws IOException {
            if (given) {
                throw new IllegalStateException("the files of a package are read once");
            }
            given = true;
            Optional<ZipReading.Entry> next = zip.next();
            while (next.isPresent()) {
                file(next.get(), reader);
                next = zip.next();
            }
            for (String name : manifest.files().keySet()) {
                if (!read.contains(name)) {
                    throw Fault.FIL_SAKNAS.refusal(name);
                }
            }
        }

        /** What the reader did not ask for is read all the same. */
        void finish() throws IOException {
            if (!given) {
                each((name, content) -> {});
            }
        }

        private void file(ZipReading.Entry entry, OpenedPackage.FileReader reader) throws IOException {
            PackageManifest.ListedFile listed = manifest.files().get(entry.name());
            if (listed == null) {
                throw Fault.FIL_EXTRA.refusal(entry.name());
            }
            read.add(entry.name());
            Checked content = new Checked(entry.content());
            reader.read(entry.name(), content);
            content.finish();
            if (!content.sha256().equals(listed.sha256())) {
                throw Fault.FIL_HASH.refusal(entry.name());
            }
            long rows = content.rows();
            if (rows != listed.rows()) {
                throw Fault.FIL_RADER.refusal(entry.name(), listed.rows(), rows);
            }
        }
    }

    /** Hashes and counts what is read; closing it closes nothing. */
    private static final class Checked extends FilterInputStream {
        private final MessageDigest digest = Digesting.sha256();
        private final RecordCounter counter = new RecordCounter();

        Checked(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] b, int offset, int length) throws IOException {
            int n = in.read(b, offset, length);
            if (n > 0) {
                digest.update(b, offset, n);
                counter.add(b, offset, n);
            }
            return n;
        }

        @Override
        public long skip(long n) throws IOException {
            return readNBytes((int) Math.min(n, 1 << 13)).length;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        @Override
        public void close() {
            // the next file is read from the same stream
        }

        void finish() throws IOException {
            byte[] buffer = new byte[1 << 14];
            int n;
            do {
                n = read(buffer, 0, buffer.length);
            } while (n >= 0);
        }

        String sha256() {
            return HexFormat.of().formatHex(digest.digest());
        }

        long rows() {
            return counter.dataRecords();
        }
    }
}
