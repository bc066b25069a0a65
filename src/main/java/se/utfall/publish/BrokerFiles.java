package se.utfall.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.utils.DefaultSensitiveStringCodec;
import org.apache.activemq.artemis.utils.PasswordMaskingUtil;
import se.utfall.publish.BrokerRefusedException.Code;
import se.utfall.publish.BrokerSettings.ConsumerAccount;

/** The files of {@code etc} for an Artemis of its own, with the same addresses, queues, users and rights as the embedded broker by the same settings. */
public final class BrokerFiles {
    private static final Pattern USER = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final String OWNER_ONLY = "rw-------";

    private BrokerFiles() {}

    /** Writes {@code broker.xml}, {@code login.config} and the users and roles it reads; each file whole or not at all. Passwords only as salted hashes. */
    public static void write(BrokerSettings settings, Path folder) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        accounts(settings).forEach((user, file) -> hashes.put(user, hash(Passwords.read(file))));
        ConfigurationImpl configuration = new ConfigurationImpl();
        new BrokerLayout(settings, configuration).apply();
        Files.createDirectories(folder);
        put(folder, "broker.xml", BrokerXml.of(settings.url(), configuration));
        put(folder, "login.config", BrokerXml.resource("login.config"));
        put(folder, "artemis-users.properties", lines(hashes));
        Map<String, String> roles = new TreeMap<>();
        hashes.keySet().forEach(user -> roles.put(user, user));
        put(folder, "artemis-roles.properties", lines(roles));
    }

    /** Password files by user; refuses what the embedded broker refuses, and names that the files cannot hold. */
    private static Map<String, Path> accounts(BrokerSettings settings) {
        Accounts.of(settings);
        Map<String, Path> files = new LinkedHashMap<>();
        files.put(settings.user(), settings.passwordFile());
        for (List<ConsumerAccount> consumers : settings.purposes().values()) {
            consumers.forEach(c -> files.put(c.user(), c.passwordFile()));
        }
        files.keySet().stream()
                .filter(u -> !USER.matcher(u).matches())
                .findFirst()
                .ifPresent(user -> {
                    throw new BrokerRefusedException(Code.BAD_USER, user);
                });
        return files;
    }

    private static String hash(String password) {
        try {
            DefaultSensitiveStringCodec codec = new DefaultSensitiveStringCodec();
            codec.init(Map.of(DefaultSensitiveStringCodec.ALGORITHM, DefaultSensitiveStringCodec.ONE_WAY));
            return PasswordMaskingUtil.wrap(codec.encode((Object) password).toString());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String lines(Map<String, String> values) {
        StringBuilder text = new StringBuilder();
        values.forEach(
                (key, value) -> text.append(key).append(" = ").append(value).append('\n'));
        return text.toString();
    }

    private static void put(Path folder, String name, String text) throws IOException {
        Path part = folder.resolve(name + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
        Files.writeString(part, text);
        Files.move(part, folder.resolve(name), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
}
