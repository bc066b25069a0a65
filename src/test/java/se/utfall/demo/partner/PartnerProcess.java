package se.utfall.demo.partner;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A partner, or a bulk delivery, in a process of its own: to be killed, or to live with little memory. */
final class PartnerProcess {
    private PartnerProcess() {}

    /** {@code run <folder>} tells its news line by line until killed; {@code bulk <folder> <persons>} writes 24 months. */
    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Path folder = Path.of(args[1]);
        if (args[0].equals("bulk")) {
            out.println(bulk(Integer.parseInt(args[2])).writeBasAndEkb(folder).tables().stream()
                    .mapToLong(Planted.InTable::rows)
                    .sum());
            return;
        }
        Partner partner = new Partner(new House(folder).hasty(out::println));
        try (AutoCloseable rounds = partner.start()) {
            out.println("started " + rounds.hashCode());
            Thread.currentThread().join();
        }
    }

    static BulkDelivery bulk(int persons) {
        return new BulkDelivery(
                "SCB",
                "AMF",
                House.KEYS,
                House.ORDER,
                1,
                persons,
                YearMonth.of(2023, 1),
                YearMonth.of(2024, 12),
                false,
                5,
                Clock.fixed(HubSide.NOW, ZoneOffset.UTC));
    }

    static Process spawn(List<String> javaOptions, Path errors, String... args) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
        command.addAll(javaOptions);
        command.add(PartnerProcess.class.getName());
        command.addAll(List.of(args));
        return new ProcessBuilder(command).redirectError(errors.toFile()).start();
    }
}
